import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { logarithm, minus, number, product, square, sum, unit } from '../../src/calculus/build.ts';
import { derive } from '../../src/calculus/derive.ts';
import type { Expression } from '../../src/calculus/expression.ts';
import { forwardEquations } from '../../src/calculus/forward-equations.ts';
import { tex } from '../../src/latex/expression.ts';
import { rows } from '../../src/latex/rows.ts';
import type { Form } from '../../src/network/request.ts';
import { networkOf } from '../support/network.ts';

const network = networkOf('x[1] -> h^1[1] -> y[1]');
const [x, h, y] = [unit(0), unit(1), unit(2)];

describe('brackets', () => {
  it.each<[Expression, string]>([
    [minus(x, product([number(-2), x])), 'x_1 - (-2) x_1'],
    [minus(x, number(-2)), 'x_1 - (-2)'],
    [minus(x, minus(y, x)), 'x_1 - (y_1 - x_1)'],
    [sum([x, number(-2)]), 'x_1 - 2'],
    [product([x, number(-2)]), 'x_1 (-2)'],
    [square(x), '{x_1}^2'],
    [square(h), '(h_1^1)^2'],
    [square(minus(x, y)), '(x_1 - y_1)^2'],
    [product([logarithm(x), y]), '(\\ln x_1) y_1'],
    [product([y, logarithm(minus(number(1), x))]), 'y_1 \\ln(1 - x_1)'],
    [
      product([x, sum([y, product([x, sum([y, product([x, minus(x, y)])])])])]),
      'x_1 \\left\\{y_1 + x_1 \\left[y_1 + x_1 (x_1 - y_1)\\right]\\right\\}',
    ],
  ])('%# keep the meaning', (expression, expected) => {
    expect(tex(expression, network)).toBe(expected);
  });
});

describe('every form in every notation', () => {
  const activations = [
    'identity',
    'sigmoid',
    'tanh',
    'relu',
    'leaky-relu',
    'softplus',
    'gelu-tanh',
  ];
  const notations = [
    'standard',
    'draft',
    'derivative d, loss C, preactivation a, error epsilon, target d',
  ];
  const templates = ['', 'weights w^{(l)}_{ji}', 'weights w_N', 'weights w^l_{n1}'];

  it.each(notations)('%s is typeset by KaTeX without a complaint', (notation) => {
    let count = 0;
    for (const activation of activations) {
      for (const template of templates) {
        const each = networkOf(
          `x[2] -> h[12] -> y[2]\nactivation h: ${activation}\nbias b^l_j\nnotation ${notation}\n${template}`,
        );
        const quantities = [
          { kind: 'parameter', parameter: 0 },
          { kind: 'parameter', parameter: each.parameters.length - 1 },
          { kind: 'unit', unit: 0 },
        ] as const;
        const derivations = [
          forwardEquations(each, [...each.outputs, 'loss']),
          ...quantities.flatMap((by) =>
            (['chain', 'paths', 'delta', 'index'] satisfies Form[]).map((form) =>
              derive(each, { by, form }),
            ),
          ),
        ];
        for (const derivation of derivations) {
          if ('code' in derivation) continue;
          for (const row of derivation.chains.flatMap((chain) => rows(chain, each))) {
            const formula = `${row.left} = ${row.right} \\text{${row.reason.sentence}}`;
            katex.renderToString(formula, {
              throwOnError: true,
              strict: 'error',
              displayMode: true,
            });
            count++;
          }
        }
      }
    }
    expect(count).toBeGreaterThan(500);
  });
});

it('a matrix of weights that were named one by one is a W', () => {
  const named = networkOf('x_1 -> y : a\nx_2 -> y : c^2');
  const derivation = derive(named, { by: { kind: 'parameter', parameter: 0 }, form: 'matrix' });
  const lines =
    'code' in derivation ? [] : derivation.chains.flatMap((chain) => rows(chain, named));
  expect(lines.at(-1)).toMatchObject({
    left: '\\frac{\\partial E}{\\partial W}',
    right: '\\delta_{y} x^{\\top}',
  });
});
