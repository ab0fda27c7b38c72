import { describe, expect, it } from 'vitest';
import { number, parameter, product } from '../../src/calculus/build.ts';
import { chain } from '../../src/calculus/chain.ts';
import type { Derivation } from '../../src/calculus/derivation.ts';
import { derive } from '../../src/calculus/derive.ts';
import { errorTermOf } from '../../src/calculus/error-terms.ts';
import type { Expression } from '../../src/calculus/expression.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { prove } from '../../src/calculus/prove.ts';
import { mayBeEqual, type Rounded, roundeds } from '../../src/calculus/rounded.ts';
import type { Network } from '../../src/network/network.ts';
import type { Form } from '../../src/network/request.ts';
import { networkOf } from '../support/network.ts';

function derivation(network: Network, form: Form): Derivation {
  const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form });
  if ('code' in result) throw new Error(result.message);
  return result;
}

/** The derivation once for each of its lines, with that line one part in a thousand too large. */
function spoiled(whole: Derivation): readonly Derivation[] {
  return whole.chains.flatMap((chain, at) =>
    chain.steps.map((_, line) => {
      const steps = chain.steps.map((step, place) =>
        place === line ? { ...step, after: product([number(1.001), step.after]) } : step,
      );
      return { ...whole, chains: whole.chains.with(at, { ...chain, steps }) };
    }),
  );
}

describe('a proof', () => {
  it.each([
    ['x[2] -> h[2] -> y[2]', 'chain'],
    ['x[2] -> h[2] -> y[2]', 'paths'],
    ['x[2] -> h[2] -> y[2]', 'delta'],
    ['x[2] -> h[2] -> y[2]', 'index'],
    // Where half of all points close the unit, and every line is 0 = 0.
    ['x[1] -> h[1] -> y[1]\nactivation relu', 'chain'],
    ['x[1] -> h^1[1] -> ... -> h^6[1] -> y[1]\nactivation relu', 'delta'],
    // Where gradients are a millionth of a millionth, and any two look alike.
    ['x[1] -> h^1[1] -> ... -> h^{12}[1] -> y[1]\nactivation sigmoid', 'chain'],
    ['x[2] -> h^1[2] -> ... -> h^{20}[2] -> y[2]\nactivation sigmoid', 'delta'],
    ['x[2] -> h^1[2] -> ... -> h^{50}[2] -> y[2]', 'delta'],
    ['x[2] -> h[2] -> y[3]\nloss mean-squared', 'chain'],
    ['x[2] -> h[2] -> y[2]\nactivation y: sigmoid\nloss binary-cross-entropy', 'chain'],
  ] as const)('of %j as %s holds, and fails wherever one line is spoiled', (block, form) => {
    const network = networkOf(block);
    const whole = derivation(network, form);
    expect(prove(network, whole)).toBeUndefined();
    for (const wrong of spoiled(whole)) {
      expect(() => prove(network, wrong)).toThrow('A derivation of ours is wrong');
    }
  });

  it('fails where every line is wrong in the same way', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const whole = derivation(network, 'chain');
    const chains = whole.chains.map((chain) => ({
      ...chain,
      steps: chain.steps.map((step) => ({ ...step, after: product([number(1.001), step.after]) })),
    }));
    expect(() => prove(network, { ...whole, chains })).toThrow(
      /line 1 \(insert-loss\) is .* but the line before is/,
    );
  });

  it('holds for the equations of the forward pass', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]\nbias b^l_j\nactivation h: gelu-tanh');
    const of = network.units.filter((unit) => unit.incoming.length > 0).map((unit) => unit.id);
    const equations = forwardEquations(network, [...of, 'loss']);
    if ('code' in equations) throw new Error(equations.message);
    expect(prove(network, equations)).toBeUndefined();
    expect(equations.chains).toHaveLength(2 * 2 + 2 + 1);
  });

  it('does not take rounding for a mistake where sigmoids are saturated', () => {
    const wide = 'x[40] -> h[40] -> y[2]\nactivation sigmoid\nloss binary-cross-entropy';
    const network = networkOf(wide);
    expect(prove(network, derivation(network, 'delta'))).toBeUndefined();
  });

  it('holds where every point lies on a kink: a unit that only closed ones feed', () => {
    const network = networkOf('x -> h : -1\nh -> y : v\ny -> z : w\nactivation relu');
    expect(prove(network, derivation(network, 'chain'))).toBeUndefined();
  });
});

/** A derivation with what each line of it comes to changed. */
const changed = (whole: Derivation, of: (after: Expression) => Expression): Derivation => ({
  ...whole,
  chains: whole.chains.map((chain) => ({
    ...chain,
    steps: chain.steps.map((step) => ({ ...step, after: of(step.after) })),
  })),
});

describe('a proof is as sharp as its numbers', () => {
  it('sees the last digit where a network is linear, and tells it as fractions', () => {
    const slightly = (after: Expression) => product([number(1 + Number.EPSILON), after]);
    const linear = networkOf('x -> h : u\nh -> y : v');
    expect(() => prove(linear, changed(derivation(linear, 'chain'), slightly))).toThrow(
      /is -?\d+\/\d{10,}, but the line before is -?\d+\/1\b/,
    );
    const curved = networkOf('x -> h : u\nh -> y : v\nactivation tanh');
    expect(prove(curved, changed(derivation(curved, 'chain'), slightly))).toBeUndefined();
  });

  it('sees it under the mean of squares, too', () => {
    const slightly = (after: Expression) => product([number(1 + Number.EPSILON), after]);
    const network = networkOf('x -> y : w\nloss mean-squared');
    expect(() => prove(network, changed(derivation(network, 'chain'), slightly))).toThrow(
      'A derivation of ours is wrong',
    );
  });

  it('tries what holds for all numbers not only at those that are given', () => {
    const network = networkOf('x -> y : w\nx = 3\nt = 2\nw = 1\nrate 0.1');
    const whole = derivation(network, 'numbers');
    // As good as no factor where w is 1.
    const factor = parameter(0);
    const wrong = changed(whole, (after) =>
      JSON.stringify(after).includes('"value"') ? after : product([factor, after]),
    );
    expect(prove(network, whole)).toBeUndefined();
    expect(() => prove(network, wrong)).toThrow('A derivation of ours is wrong');
  });

  it('tries a line under its condition, wherever it stands', () => {
    const network = networkOf('x[2] -> h[2] -> y[3]\nactivation y: softmax\nloss cross-entropy');
    const whole = derivation(network, 'delta');
    const conditional = whole.chains.flatMap(({ steps }) => steps.filter((step) => step.condition));
    expect(conditional).not.toHaveLength(0);
    expect(prove(network, whole)).toBeUndefined();
    for (const wrong of conditional) {
      const chains = whole.chains.map((chain) => ({
        ...chain,
        steps: chain.steps.map((step) =>
          step === wrong ? { ...step, after: product([number(1.001), step.after]) } : step,
        ),
      }));
      expect(() => prove(network, { ...whole, chains })).toThrow('(targets-sum-to-one)');
    }
  });

  it('grants numbers that are printed less than a reader sees', () => {
    const network = networkOf('x -> y : w\nx = 3\nt = 1\nw = 7\nrate 0.1');
    const whole = derivation(network, 'numbers');
    const off = (by: number) =>
      changed(whole, (after) =>
        after.kind === 'value' ? { ...after, value: after.value * (1 + by) } : after,
      );
    expect(prove(network, off(0))).toBeUndefined();
    expect(prove(network, off(1e-12))).toBeUndefined();
    expect(() => prove(network, off(1e-9))).toThrow('A derivation of ours is wrong');
    expect(() => prove(network, off(-1e-9))).toThrow('A derivation of ours is wrong');
  });

  it('says where a wrong line is wrong: its indices, and the point', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const twice = (after: Expression) => product([number(2), after]);
    const [message = ''] = [() => prove(network, changed(derivation(network, 'index'), twice))].map(
      (work) => {
        try {
          return work()?.message;
        } catch (error) {
          return String(error);
        }
      },
    );
    expect(message).toMatch(
      /line 1 \(error-term\) is -?[\d.]+, but the line before is -?[\d.]+ at k = 1\. This is a mistake in remark-network/,
    );
    expect(message).toMatch(
      /Please report it with the block, and with this: \{"kind":"delta-at".*\}, inputs -?[\d.]+ -?[\d.]+; targets -?[\d.]+ -?[\d.]+; parameters -?[\d.]+( -?[\d.]+){7}\.$/,
    );
    const last = derivation(network, 'index').chains.slice(-1);
    const ofTwo = changed({ form: 'index', chains: last }, twice);
    expect(() => prove(network, ofTwo)).toThrow(/ at [a-z] = 1, [a-z] = 1\. This is/);
    const wide = networkOf('x[20] -> y[1]');
    expect(() => prove(wide, changed(derivation(wide, 'chain'), twice))).toThrow(
      /, inputs -?[\d.]+( -?[\d.]+){11}; targets/,
    );
    const plain = changed(derivation(network, 'chain'), twice);
    expect(() => prove(network, plain)).toThrow(/is -?[\d.e-]+\. This is a mistake/);
  });
});

describe('a left side', () => {
  /** A network, and the same as if its first weight stood at no edge, so that no derivative by it is seen. */
  function severed(): readonly [Network, Network] {
    const network = networkOf(
      'x -> h : u\nh -> y : v\nactivation tanh\nx = 1\nt = 0\nu = 0.5\nv = 2',
    );
    const [first, ...others] = network.parameters;
    if (first === undefined) throw new Error('no weight');
    return [network, { ...network, parameters: [{ ...first, edges: [] }, ...others] }];
  }

  it('is tried by a difference quotient, whatever its lines say', () => {
    const [network, wrong] = severed();
    // At the values that were given, where every unit is computed anew.
    const whole = derivation(network, 'chain');
    const chains = whole.chains.map((each) => ({
      ...each,
      steps: each.steps.slice(0, 1),
      example: 0,
    }));
    expect(prove(network, { ...whole, chains })).toBeUndefined();
    expect(() => prove(wrong, { ...whole, chains })).toThrow(
      'line 1 (the left side in another way)',
    );
  });

  it('is tried by one though all error terms are tried in one pass', () => {
    // So many units that single passes would take long, and one weight that stands at no edge.
    const deep = Array.from({ length: 70 }, (_, at) => `h_{${at + 1}} -> h_{${at + 2}} : 1.1`);
    const block = `x -> h_1 : u\n${deep.join('\n')}\nactivation tanh\nx = 1\nt = 0\nu = 0.5`;
    const network = networkOf(block);
    const whole = derivation(network, 'delta');
    const chains = whole.chains.map((each) => ({ ...each, steps: [], example: 0 }));
    expect(chains.length * network.edges.length).toBeGreaterThan(4000);
    expect(prove(network, { ...whole, chains })).toBeUndefined();
    const wrong = { ...network, parameters: network.parameters.map((u) => ({ ...u, edges: [] })) };
    expect(() => prove(wrong, { ...whole, chains })).toThrow('(the left side in another way)');
  });

  it('that is an error term is tried by duals, whatever its lines say', () => {
    const network = networkOf('x -> h : u\nh -> y : v\nactivation tanh');
    const whole = derivation(network, 'delta');
    const chains = whole.chains.filter(({ left }) => left.kind === 'delta');
    expect(prove(network, { ...whole, chains })).toBeUndefined();
    // As if y stood beside h: nothing that goes forward from h is then expected there.
    const units = network.units.map((each) =>
      each.name.letter === 'y' ? { ...each, layer: 1 } : each,
    );
    expect(() => prove({ ...network, units }, { ...whole, chains })).toThrow(
      'line 1 (the left side in another way)',
    );
  });

  it('is tried by no difference quotient across a kink', () => {
    // Where x is positive h is closed, and y stands at its kink: from there E rises to one side alone.
    const network = networkOf('x -> h : -1\nh -> y : v\ny -> z : w\nactivation relu');
    const h = network.units.find(({ name }) => name.letter === 'h')?.id ?? -1;
    const whole = derive(network, { by: { kind: 'unit', unit: h }, form: 'chain' });
    if ('code' in whole) throw new Error(whole.message);
    expect(prove(network, whole)).toBeUndefined();
  });

  it('in numbers needs the values that they were made of', () => {
    const loss = { kind: 'loss' } as const;
    const value: Expression = { kind: 'value', of: loss, value: 1, error: 0 };
    const told: Derivation = {
      form: 'numbers',
      chains: [{ ...chain(loss, [{ rule: 'compute', after: value }]), example: 0 }],
    };
    expect(() => prove(networkOf('x -> y'), told)).toThrow('numbers were printed without values');
  });

  it('that is an error term is found under each of its names', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const found = (left: Expression, indices: Readonly<Record<string, number>> = {}) =>
      errorTermOf(left, network, new Map(Object.entries(indices)));
    expect(found({ kind: 'delta', unit: 5 })).toBe(5);
    expect(found({ kind: 'delta-at', layer: 1, index: { letter: 'j' } }, { j: 2 })).toBe(3);
    expect(found({ kind: 'vector', of: 'delta-at', layer: 2 }, { row: 1 })).toBe(4);
    expect(found({ kind: 'vector', of: 'unit-at', layer: 2 }, { row: 1 })).toBeUndefined();
    expect(found({ kind: 'unit', unit: 5 })).toBeUndefined();
    expect(found({ kind: 'gradient', by: { kind: 'delta', unit: 5 } })).toBeUndefined();
  });
});

describe('numbers that know their rounding', () => {
  const { add, divide, exp, from, log, multiply, negate } = roundeds;

  it('hold two ways of working out the same for equal, and a near miss for another', () => {
    const [tenth, fifth] = [divide(from(1), from(10)), divide(from(1), from(5))];
    expect(mayBeEqual(add(tenth, fifth), divide(from(3), from(10)))).toBe(true);
    expect(mayBeEqual(log(exp(tenth)), tenth)).toBe(true);
    expect(mayBeEqual(tenth, multiply(tenth, from(1 + 1e-14)))).toBe(false);
  });

  it('know what a difference of near numbers is worth', () => {
    const nearly = (value: number): Rounded => divide(from(value * 3), from(3));
    const { value, error } = add(nearly(1 + 1e-12), negate(nearly(1)));
    expect(Math.abs(value - 1e-12)).toBeLessThanOrEqual(error);
    expect(error / value).toBeGreaterThan(1e-4);
    expect(divide(from(1), add(nearly(0.1), negate(nearly(0.1)))).error).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});
