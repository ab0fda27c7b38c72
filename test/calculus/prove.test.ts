import { describe, expect, it } from 'vitest';
import { number, product } from '../../src/calculus/build.ts';
import type { Derivation } from '../../src/calculus/derivation.ts';
import { derive } from '../../src/calculus/derive.ts';
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
