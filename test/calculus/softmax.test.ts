import { describe, expect, it } from 'vitest';
import { derive } from '../../src/calculus/derive.ts';
import { prove } from '../../src/calculus/prove.ts';
import { tex } from '../../src/latex/expression.ts';
import type { Form } from '../../src/network/request.ts';
import { networkOf } from '../support/network.ts';

/** Every line of the gradient by the first weight, each with its left side on the first of a chain. */
function lines(block: string, form: Form): readonly string[] {
  const network = networkOf(block);
  const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form });
  if ('code' in result) throw new Error(result.message);
  prove(network, result);
  return result.chains.flatMap(({ left, steps }) =>
    steps.map((step, at) => `${at === 0 ? tex(left, network) : ''} = ${tex(step.after, network)}`),
  );
}

const classes = 'x[1] -> y[2]\nactivation softmax\nloss cross-entropy';

describe('softmax under cross-entropy', () => {
  it('joins its units by its whole Jacobian, and only y − t is left of them', () => {
    expect(lines(classes, 'delta')).toEqual([
      '\\delta_{1} = \\frac{\\partial E}{\\partial y_1} \\frac{\\partial y_1}{\\partial z_{y_1}} + \\frac{\\partial E}{\\partial y_2} \\frac{\\partial y_2}{\\partial z_{y_1}}',
      ' = -\\frac{t_1}{y_1} y_1 (1 - y_1) + \\frac{t_2}{y_2} y_2 y_1',
      ' = -t_1 (1 - y_1) + t_2 y_1',
      ' = y_1 (t_1 + t_2) - t_1',
      ' = y_1 - t_1',
      '\\frac{\\partial E}{\\partial w_{11}} = \\delta_{1} x_1',
    ]);
  });

  it('does so with a sum where there are many classes', () => {
    const many = lines('x[1] -> y[10]\nactivation softmax\nloss cross-entropy', 'delta');
    expect(many.slice(0, 3)).toEqual([
      '\\delta_{1} = y_1 \\left(\\sum_{k} \\frac{t_k}{y_k} y_k - \\frac{t_1}{y_1}\\right)',
      ' = y_1 \\sum_{k} t_k - t_1',
      ' = y_1 - t_1',
    ]);
  });

  it('writes out the Jacobian of three classes, and of any number of them that no index counts', () => {
    const three = lines('x[1] -> y[3]\nactivation softmax\nloss cross-entropy', 'delta');
    expect(three[1]).toBe(
      ' = -\\frac{t_1}{y_1} y_1 (1 - y_1) + \\frac{t_2}{y_2} y_2 y_1 + \\frac{t_3}{y_3} y_3 y_1',
    );
    const apart = 'x -> a\nx -> b\nx -> c\nx -> d\nactivation softmax\nweights w_N';
    expect(lines(`${apart}\nloss cross-entropy`, 'delta').slice(1, 5)).toEqual([
      ' = -\\frac{t_a}{a} a (1 - a) + \\frac{t_b}{b} b a + \\frac{t_c}{c} c a + \\frac{t_d}{d} d a',
      ' = -t_a (1 - a) + t_b a + t_c a + t_d a',
      ' = a (t_a + t_b + t_c + t_d) - t_a',
      ' = a - t_a',
    ]);
  });

  it('is taken sum by sum for four classes, and output by output for five', () => {
    const rules = (classes: number): readonly string[] => {
      const network = networkOf(`x[1] -> y[${classes}]\nactivation softmax\nloss cross-entropy`);
      const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form: 'chain' });
      if ('code' in result) throw new Error(result.message);
      return result.chains.flatMap(({ steps }) => steps.map(({ rule }) => rule));
    };
    expect(rules(4)).toContain('targets-sum-to-one');
    expect(rules(5)).not.toContain('targets-sum-to-one');
  });

  it('does so in general indices', () => {
    expect(lines(classes, 'index').slice(0, 4)).toEqual([
      '\\delta_{k} = \\sum_{m} \\frac{\\partial E}{\\partial y_m} \\frac{\\partial y_m}{\\partial z_{y_k}}',
      ' = -\\sum_{m} \\frac{t_m}{y_m} y_m \\left\\{[m = k] - y_k\\right\\}',
      ' = y_k \\sum_{m} t_m - t_k',
      ' = y_k - t_k',
    ]);
  });

  it('says where its targets must sum to 1, and nothing of the kind where they do not', () => {
    const conditions = (block: string): number => {
      const network = networkOf(block);
      const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form: 'chain' });
      if ('code' in result) throw new Error(result.message);
      prove(network, result);
      return result.chains.flatMap(({ steps }) => steps.filter((step) => step.condition)).length;
    };
    expect(conditions(classes)).toBe(1);
    expect(conditions(`${classes}\nx = 1\nt = 0 1`)).toBe(1);
    expect(conditions(`${classes}\nx = 1\nt = 1 1`)).toBe(0);
    expect(lines(`${classes}\nx = 1\nt = 1 1`, 'chain').at(-1)).toBe(
      ' = \\left[y_1 (t_1 + t_2) - t_1\\right] x_1',
    );
  });

  it('would be false without the condition', () => {
    const network = networkOf(classes);
    const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form: 'chain' });
    if ('code' in result) throw new Error(result.message);
    const chains = result.chains.map((chain) => ({
      ...chain,
      steps: chain.steps.map(({ condition, ...step }) => step),
    }));
    expect(() => prove(network, { ...result, chains })).toThrow('targets-sum-to-one');
  });
});

describe('softmax elsewhere', () => {
  it('under a squared error keeps its Jacobian', () => {
    expect(lines('x[1] -> y[2]\nactivation softmax', 'delta')[1]).toBe(
      ' = (y_1 - t_1) y_1 (1 - y_1) - (y_2 - t_2) y_2 y_1',
    );
    expect(lines('x[1] -> y[2]\nactivation softmax', 'chain').at(-1)).toBe(
      ' = x_1 y_1 \\left[(y_1 - t_1) (1 - y_1) - (y_2 - t_2) y_2\\right]',
    );
  });

  it('in a hidden layer first asks what comes back to the values', () => {
    expect(lines('x[1] -> h[2] -> y[1]\nactivation h: softmax', 'delta')).toEqual([
      '\\delta_{1} = y_1 - t_1',
      '\\frac{\\partial E}{\\partial h_1} = w_{11}^2 \\delta_{1}',
      '\\frac{\\partial E}{\\partial h_2} = w_{12}^2 \\delta_{1}',
      '\\delta_{h_1} = \\frac{\\partial E}{\\partial h_1} \\frac{\\partial h_1}{\\partial z_{h_1}} + \\frac{\\partial E}{\\partial h_2} \\frac{\\partial h_2}{\\partial z_{h_1}}',
      ' = \\frac{\\partial E}{\\partial h_1} h_1 (1 - h_1) - \\frac{\\partial E}{\\partial h_2} h_2 h_1',
      '\\frac{\\partial E}{\\partial w_{11}^1} = \\delta_{h_1} x_1',
    ]);
  });

  it('is written out for three units, and for more where some of them are outputs', () => {
    const three = lines('x[1] -> h[3] -> y[1]\nactivation h: softmax', 'delta');
    expect(three).toContain(
      ' = \\frac{\\partial E}{\\partial h_1} h_1 (1 - h_1) - \\frac{\\partial E}{\\partial h_2} h_2 h_1 - \\frac{\\partial E}{\\partial h_3} h_3 h_1',
    );
    const some = lines('x[1] -> h[4]\nh_1 -> y\nactivation h: softmax', 'delta');
    expect(some).toContain(
      ' = \\frac{\\partial E}{\\partial h_1} h_1 (1 - h_1) - (h_2 - t_{h2}) h_2 h_1 - (h_3 - t_{h3}) h_3 h_1 - (h_4 - t_{h4}) h_4 h_1',
    );
  });
});
