import { describe, expect, it } from 'vitest';
import type { Derivation } from '../../src/calculus/derivation.ts';
import { derive } from '../../src/calculus/derive.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { prove } from '../../src/calculus/prove.ts';
import { tex } from '../../src/latex/expression.ts';
import type { Network } from '../../src/network/network.ts';
import type { Form, Quantity } from '../../src/network/request.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';
import { processorTime } from '../support/processor-time.ts';

function quantity(network: Network, name: string): Quantity {
  const parameter = network.parameters.find((each) => spell(each.name) === name);
  if (parameter !== undefined) return { kind: 'parameter', parameter: parameter.id };
  const unit = network.units.find((each) => spell(each.name) === name);
  if (unit === undefined) throw new Error(`no ${name}`);
  return { kind: 'unit', unit: unit.id };
}

function derivation(
  block: string,
  by: string,
  form: Form = 'chain',
): { network: Network; result: Derivation } {
  const network = networkOf(block);
  const result = derive(network, { by: quantity(network, by), form });
  if ('code' in result) throw new Error(result.message);
  prove(network, result);
  return { network, result };
}

/** The last line of the last chain. */
function gradient(block: string, by: string, form: Form = 'chain'): string {
  const { network, result } = derivation(block, by, form);
  const last = result.chains.at(-1)?.steps.at(-1);
  return last === undefined ? '' : tex(last.after, network);
}

describe('the gradient', () => {
  it('by an output keeps what a slope behind it would cancel', () => {
    const block = 'x -> y\nactivation sigmoid\nloss binary-cross-entropy';
    expect(gradient(block, 'y')).toBe('\\frac{y - t}{y (1 - y)}');
    expect(gradient(block.replace('x -> y', 'x -> h -> y'), 'h')).toBe('(y - t) w_{11}^2');
  });

  it('by a bias is that by its unit', () => {
    expect(gradient('x[1] -> h[1] -> y[1]\nbias b^l_j', 'b^1_1')).toBe('(y_1 - t_1) w_{11}^2');
    expect(gradient('x[1] -> y[1]\nbias y: b', 'b')).toBe('y_1 - t_1');
  });

  it('by a bias that a layer shares is the sum over its units', () => {
    expect(gradient('x[1] -> h[2] -> y[1]\nbias h: b', 'b', 'delta')).toBe(
      '\\delta_{h_1} + \\delta_{h_2}',
    );
  });

  it('by inputs and hidden units leaves out what stands before them', () => {
    expect(gradient('x[1] -> h[1] -> y[1]\nweights w_N', 'x_1')).toBe('(y_1 - t_1) w_2 w_1');
    expect(gradient('x[1] -> h[1] -> y[1]\nweights w_N', 'h_1')).toBe('(y_1 - t_1) w_2');
    expect(gradient('x[1] -> h[1] -> y[1]\nweights w_N', 'y_1')).toBe('y_1 - t_1');
    expect(gradient('x[1] -> h[2] -> y[1]', 'x_1', 'delta')).toBe(
      'w_{11}^1 \\delta_{h_1} + w_{21}^1 \\delta_{h_2}',
    );
  });

  it('by a shared weight is the sum over its edges', () => {
    expect(gradient('x_1 -> h : u\nx_2 -> h : u\nh -> y : v', 'u')).toBe('(y - t) v (x_1 + x_2)');
    expect(gradient('x -> h : u\nh -> y : u', 'u', 'delta')).toBe('\\delta_{h} x + \\delta h');
  });

  it('runs over a unit’s children, not over the next layer', () => {
    const skip = 'x[1] -> h[1] -> y[1]\nx_1 -> y_1 : s';
    expect(gradient(skip, 'x_1', 'delta')).toBe('w_{11}^1 \\delta_{h_1} + s \\delta_{1}');
    expect(gradient(skip, 'x_1')).toBe('(y_1 - t_1) (w_{11}^2 w_{11}^1 + s)');
  });

  it('tells the factor along an edge from the whole derivative where both exist', () => {
    const { network, result } = derivation('x[1] -> h[1] -> y[1]\nx_1 -> y_1 : s', 'x_1');
    const line = result.chains[0]?.steps.find((step) => step.rule === 'chain-rule');
    expect(line && tex(line.after, network)).toContain(
      '\\left.\\frac{\\partial y_1}{\\partial x_1}\\right|_{\\text{direct}}',
    );
  });

  it('leaves a factor 1 unwritten, and keeps any other fixed number', () => {
    expect(gradient('x -> h : u\nh -> y : 1', 'u')).toBe('(y - t) x');
    expect(gradient('x -> h : u\nh -> y : -0.5', 'u')).toBe('(y - t) (-0.5) x');
  });

  it('collapses over every layer where the names carry the indices, and only there', () => {
    expect(gradient('x[2] -> h^1[2] -> h^2[2] -> y[2]', 'w^1_{11}')).toBe(
      'x_1 \\sum_{k} (y_k - t_k) \\sum_{m} w_{km}^3 w_{m1}^2',
    );
    expect(gradient('x[2] -> h[2] -> y[2]\nweights w^l_{n1}', 'w^1_{11}')).not.toContain('\\sum');
    expect(gradient('x[2] -> h[2] -> y[2]\nx_1 -> y_1 : s', 'w^1_{11}')).not.toContain('\\sum');
  });
});

describe('with activations', () => {
  const one = 'x[1] -> h[1] -> y[1]\nactivation h: sigmoid, y: tanh';

  it('each unit on the way brings its slope, written by its own value where it has one', () => {
    const { network, result } = derivation(one, 'w^1_{11}');
    const lines = result.chains[0]?.steps.map((step) => tex(step.after, network)) ?? [];
    expect(lines).toContain(
      "(t_1 - y_1) \\left[0 - \\tanh'(z_{y_1}) w_{11}^2 \\sigma'(z_{h_1}) x_1\\right]",
    );
    expect(lines.at(-1)).toBe('(y_1 - t_1) (1 - {y_1}^2) w_{11}^2 h_1 (1 - h_1) x_1');
  });

  it('the recursion carries the slopes', () => {
    expect(gradient('x[1] -> h[2] -> y[1]\nactivation h: sigmoid', 'w^1_{11}', 'delta')).toBe(
      '\\delta_{h_1} x_1',
    );
    const { network, result } = derivation(
      'x[1] -> h[2] -> y[1]\nactivation h: sigmoid',
      'w^1_{11}',
      'delta',
    );
    const hidden = result.chains[1]?.steps.map((step) => tex(step.after, network));
    expect(hidden).toEqual([
      "\\sigma'(z_{h_1}) w_{11}^2 \\delta_{1}",
      'h_1 (1 - h_1) w_{11}^2 \\delta_{1}',
    ]);
  });

  it('general indices carry them too', () => {
    const { network, result } = derivation(
      'x[2] -> h[2] -> y[2]\nactivation h: relu',
      'w^1_{11}',
      'index',
    );
    expect(result.chains.map(({ steps }) => steps.map((step) => tex(step.after, network)))).toEqual(
      [
        ['y_k - t_k'],
        ["\\operatorname{ReLU}'(z_{h_j}) \\sum_{k} w_{kj}^2 \\delta_{k}"],
        ['\\delta_{h_j} x_i'],
      ],
    );
  });

  it('the forward pass says z first, then what the activation makes of it', () => {
    const network = networkOf('x[1] -> y[1]\nactivation sigmoid\nbias b');
    const equations = forwardEquations(network, network.outputs);
    if ('code' in equations) throw new Error(equations.message);
    expect(
      equations.chains.map(({ left, steps }) =>
        [left, ...steps.map((step) => step.after)].map((each) => tex(each, network)),
      ),
    ).toEqual([
      ['z_{y_1}', 'x_1 w_{11} + b'],
      ['y_1', '\\sigma(z_{y_1})'],
    ]);
  });
});

describe('size', () => {
  it('turns to the recursion past eight paths, and says how many there were', () => {
    const { result } = derivation(
      'x[2] -> h^1[2] -> h^2[2] -> h^3[2] -> h^4[2] -> y[2]',
      'w^1_{11}',
    );
    expect(result.form).toBe('delta');
    expect(result.turned).toEqual({ from: 'chain', paths: 16n });
    const asked = derive(networkOf('x[2] -> h^1[4] -> h^2[4] -> y[3]'), {
      by: { kind: 'parameter', parameter: 0 },
      form: 'paths',
    });
    expect(asked).toMatchObject({ form: 'delta', turned: { from: 'paths', paths: 12n } });
    expect(derivation('x[2] -> h^1[2] -> h^2[2] -> h^3[2] -> y[2]', 'w^1_{11}').result.form).toBe(
      'chain',
    );
  });

  it('counts a softmax as one step under cross-entropy, and as all its outputs elsewhere', () => {
    // Each of three sums goes into all of three outputs.
    const classes = 'x[1] -> h[3] -> y[3]\nactivation y: softmax';
    expect(derivation(`${classes}\nloss cross-entropy`, 'w^1_{11}').result.form).toBe('chain');
    expect(derivation(classes, 'w^1_{11}').result).toMatchObject({
      form: 'delta',
      turned: { from: 'chain', paths: 9n },
    });
  });

  it('derives width 2 and depth 50 at once, though 2⁵⁰ paths lead through it', () => {
    const time = processorTime(() => {
      const { result } = derivation('x[2] -> h^1[2] -> ... -> h^{50}[2] -> y[2]', 'w^1_{11}');
      expect(result.turned?.paths).toBe(2n ** 50n);
      expect(result.chains).toHaveLength(2 + 2 * 49 + 1 + 1);
    });
    expect(time).toBeLessThan(5000);
  });

  it('turns from units to layers where even the recursion is too long', () => {
    const { result } = derivation('x[2] -> h^1[20] -> h^2[20] -> h^3[20] -> y[2]', 'w^1_{11}');
    expect(result.form).toBe('index');
    expect(result.turned).toEqual({ from: 'chain', paths: 800n, terms: 460 });
    const counted = networkOf('x[2] -> h^1[20] -> h^2[20] -> h^3[20] -> y[2]\nweights w_N');
    const by = { kind: 'parameter', parameter: 0 } as const;
    const inMatrices = derive(counted, { by, form: 'delta' });
    expect(inMatrices).toMatchObject({ form: 'matrix', turned: { from: 'delta', terms: 460 } });
    expect(inMatrices).toHaveProperty('chains');
  });

  it('writes 400 terms unit by unit, and no more', () => {
    // 20 edges from h_1, and 19 from each of the 20 units behind it.
    const network = networkOf('x[1] -> h[1] -> g[20] -> y[19]');
    const by = quantity(network, 'w^1_{11}');
    expect(derive(network, { by, form: 'delta' })).toMatchObject({ form: 'delta' });
    expect(derive(network, { by, form: 'numbers' })).toMatchObject({ code: 'value-missing' });
    const wider = networkOf('x[1] -> h[1] -> g[21] -> y[19]');
    expect(derive(wider, { by, form: 'numbers' })).toMatchObject({ code: 'too-large' });
    expect(derive(wider, { by, form: 'delta' })).toHaveProperty('turned.terms', 420);
  });

  it('turns from equations to layers, but has no numbers of a layer', () => {
    const network = networkOf('x[2] -> h[65] -> y[2]');
    const computed = network.units.filter(({ incoming }) => incoming.length > 0);
    const of = computed.map(({ id }) => id);
    expect(forwardEquations(network, of)).toMatchObject({
      form: 'forward',
      turned: { from: 'forward', equations: 67 },
    });
    expect(forwardEquations(network, of, 'numbers')).toMatchObject({ code: 'too-many-equations' });
    expect(forwardEquations(network, ['loss'])).toMatchObject({ form: 'forward' });
  });

  it('refuses to write many paths to one output one by one', () => {
    const network = networkOf('x[2] -> h^1[2] -> h^2[2] -> h^3[2] -> h^4[2] -> h^5[2] -> y[1]');
    for (const form of ['chain', 'numbers'] as const) {
      const of = network.outputs[0] ?? 0;
      const result = derive(network, { of, by: quantity(network, 'w^1_{11}'), form });
      expect(result).toMatchObject({ code: 'too-many-paths' });
    }
  });
});

describe('what can’t be derived', () => {
  it.each([
    ['x[1] -> y[2]\nloss cross-entropy', 'chain', 'loss-needs-softmax'],
    ['x[1] -> y[1]\nx_1 -> z', 'matrix', 'no-matrices'],
    ['x[30] -> g[30] -> h[30] -> y[30]\nweights w_N\ng_1 -> y_1', 'delta', 'too-large'],
    ['x[1] -> h[2] -> y[1]\nweights w_N', 'index', 'no-general-indices'],
  ] as const)('%j as %s is refused by name, never derived wrongly', (block, form, code) => {
    const network = networkOf(block);
    expect(derive(network, { by: { kind: 'parameter', parameter: 0 }, form })).toMatchObject({
      code,
    });
  });
});
