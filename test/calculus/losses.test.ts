import { describe, expect, it } from 'vitest';
import { derive } from '../../src/calculus/derive.ts';
import { numbers } from '../../src/calculus/field.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { shares, slopes } from '../../src/calculus/loss.ts';
import { randomSource } from '../../src/calculus/point.ts';
import { prove } from '../../src/calculus/prove.ts';
import { tex } from '../../src/latex/expression.ts';
import type { Form, Quantity } from '../../src/network/request.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';

const forms: readonly Form[] = ['chain', 'paths', 'delta', 'index'];

/** Every line of the gradient by the first weight, those of all chains one after the other. */
function lines(block: string, form: Form = 'chain'): readonly string[] {
  const network = networkOf(block);
  const result = derive(network, { by: { kind: 'parameter', parameter: 0 }, form });
  if ('code' in result) throw new Error(result.message);
  prove(network, result);
  return result.chains.flatMap(({ steps }) => steps.map((step) => tex(step.after, network)));
}

describe('the losses, as numbers', () => {
  it.each(Object.entries(slopes))(
    '%s changes by y as the quotient of its differences says',
    (name, slope) => {
      const share = (y: number): number => shares[name as keyof typeof slopes](y, 0.25, numbers, 3);
      const quotient = (share(0.6 + 1e-5) - share(0.6 - 1e-5)) / 2e-5;
      expect(slope(0.6, 0.25, 3)).toBeCloseTo(quotient, 8);
    },
  );

  it.each([
    ['squared', 0.5, 0.75, 2, 0.03125],
    ['mean-squared', 0.5, 0.75, 2, 0.03125],
    ['mean-squared', 0.5, 0.75, 4, 0.015625],
    ['binary-cross-entropy', 0.5, 1, 1, Math.LN2],
    ['binary-cross-entropy', 0.25, 0, 1, Math.log(4 / 3)],
    ['cross-entropy', 0.5, 1, 3, Math.LN2],
  ] as const)('%s of y = %d and t = %d among %d outputs', (name, y, t, n, expected) => {
    expect(shares[name](y, t, numbers, n)).toBeCloseTo(expected, 15);
  });
});

describe('mean squared error', () => {
  it('keeps 2/n before the bracket, n stated', () => {
    const all = lines('x[1] -> y[3]\nloss mean-squared');
    expect(all[0]).toBe(
      '\\frac{\\partial}{\\partial w_{11}} \\frac{1}{3} \\left[(t_1 - y_1)^2 + (t_2 - y_2)^2 + (t_3 - y_3)^2\\right]',
    );
    expect(all.at(-1)).toBe('\\frac{2}{3} (y_1 - t_1) x_1');
  });

  it('is twice, or just, the error where n is 1 or 2', () => {
    expect(lines('x[1] -> y[1]\nloss mean-squared').at(-1)).toBe('2 (y_1 - t_1) x_1');
    expect(lines('x[1] -> y[2]\nloss mean-squared').at(-1)).toBe('(y_1 - t_1) x_1');
  });

  it('collapses, and goes into δ', () => {
    const block = 'x[2] -> h[2] -> y[3]\nloss mean-squared';
    expect(lines(block).at(-1)).toBe('\\frac{2}{3} x_1 \\sum_{k} (y_k - t_k) w_{k1}^2');
    expect(lines(block, 'delta')[0]).toBe('\\frac{2}{3} (y_1 - t_1)');
    expect(lines(block, 'index')[0]).toBe('\\frac{2}{3} (y_k - t_k)');
  });
});

describe('binary cross-entropy', () => {
  const one = 'x[1] -> y[1]\nactivation y: sigmoid\nloss binary-cross-entropy';

  it('meets the slope of a sigmoid, and only y − t is left', () => {
    expect(lines(one)).toEqual([
      '-\\frac{\\partial}{\\partial w_{11}} \\left[t_1 \\ln y_1 + (1 - t_1) \\ln(1 - y_1)\\right]',
      '-\\left(\\frac{t_1}{y_1} - \\frac{1 - t_1}{1 - y_1}\\right) \\frac{\\partial y_1}{\\partial w_{11}}',
      '\\frac{y_1 - t_1}{y_1 (1 - y_1)} \\frac{\\partial y_1}{\\partial w_{11}}',
      '\\frac{y_1 - t_1}{y_1 (1 - y_1)} \\frac{\\partial y_1}{\\partial z_{y_1}} \\frac{\\partial z_{y_1}}{\\partial w_{11}}',
      "\\frac{y_1 - t_1}{y_1 (1 - y_1)} \\sigma'(z_{y_1}) x_1",
      '\\frac{y_1 - t_1}{y_1 (1 - y_1)} y_1 (1 - y_1) x_1',
      '(y_1 - t_1) x_1',
    ]);
  });

  it('does so in δ and in general indices', () => {
    expect(lines(one, 'delta').slice(-2)).toEqual(['y_1 - t_1', '\\delta_{1} x_1']);
    expect(lines(one, 'index').slice(-3)).toEqual([
      'y_k - t_k',
      '(y_k - t_k) x_i',
      '\\delta_{k} x_i',
    ]);
  });

  it('is refused where an output may leave its logarithm’s domain', () => {
    const network = networkOf('x[1] -> y[2]\nactivation y_1: sigmoid\nloss binary-cross-entropy');
    const refusal = { code: 'loss-needs-sigmoid', hint: 'Write activation y_2: sigmoid.' };
    const by: Quantity = { kind: 'parameter', parameter: 0 };
    expect(derive(network, { by, form: 'chain' })).toMatchObject(refusal);
    expect(forwardEquations(network, ['loss'])).toMatchObject(refusal);
    expect(forwardEquations(network, network.outputs)).toHaveProperty('chains');
  });
});

describe('a loss that can’t be derived', () => {
  it('cross-entropy is not taken of outputs that may be negative', () => {
    const network = networkOf('x[1] -> y[2]\nloss cross-entropy');
    expect(forwardEquations(network, ['loss'])).toMatchObject({ code: 'loss-needs-softmax' });
  });

  it('leaves the derivatives of units as they are', () => {
    const network = networkOf('x[1] -> y[2]\nloss cross-entropy');
    const [of = 0] = network.outputs;
    const result = derive(network, { of, by: { kind: 'parameter', parameter: 0 }, form: 'chain' });
    if ('code' in result) throw new Error(result.message);
    expect(prove(network, result)).toBeUndefined();
  });
});

describe('random networks under every loss', () => {
  it('pass the proof in every form, by every weight, bias and unit', { timeout: 300_000 }, () => {
    const random = randomSource(1986);
    let proved = 0;
    for (let count = 0; count < 120; count++) {
      const linear = networkOf(randomBlock(random));
      const units = linear.units.map((unit) =>
        linear.outputs.includes(unit.id)
          ? { ...unit, activation: { name: 'sigmoid' as const } }
          : unit,
      );
      const networks = [
        { ...linear, loss: { name: 'mean-squared' as const } },
        { ...linear, units, loss: { name: 'mean-squared' as const } },
        { ...linear, units, loss: { name: 'binary-cross-entropy' as const } },
      ];
      for (const network of networks) {
        const parameters = network.parameters.map(
          ({ id }) => ({ kind: 'parameter', parameter: id }) as const,
        );
        const all: Quantity[] = [
          ...parameters,
          ...network.units.map(({ id }) => ({ kind: 'unit', unit: id }) as const),
        ];
        for (const by of all.filter(() => random() < 0.2)) {
          for (const form of forms) {
            const derivation = derive(network, { by, form });
            if ('code' in derivation) expect(derivation.code).toBe('no-general-indices');
            else {
              expect(prove(network, derivation)).toBeUndefined();
              proved++;
            }
          }
        }
      }
    }
    expect(proved).toBeGreaterThan(3000);
  });
});
