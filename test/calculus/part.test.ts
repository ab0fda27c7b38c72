import { expect, it } from 'vitest';
import {
  delta,
  derivative,
  differentiate,
  fraction,
  index,
  logarithm,
  loss,
  negative,
  number,
  parameter,
  preactivation,
  product,
  square,
  sum,
  sumOver,
  target,
  unit,
} from '../../src/calculus/build.ts';
import type { Expression, Index, Indexed } from '../../src/calculus/expression.ts';
import { partOf } from '../../src/calculus/part.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';

// w_1, w_2 lead to h_1, w_3, w_4 to h_2, and w_5, w_6 to y; both hidden units have the bias.
const network = networkOf('x[2] -> h[2] -> y\nweights w_N\nbias h: b');
const [x1, h1, h2, y] = [unit(0), unit(2), unit(3), unit(4)];
const [w1, b] = [parameter(0), parameter(6)];
const [i, j] = [index('i'), index('j')];
const vector = (layer: number): Indexed => ({ kind: 'vector', of: 'unit-at', layer });
/** Of all hidden units, or of one. */
const hidden = (
  kind: Exclude<Extract<Indexed, { index: Index }>['kind'], 'weight-at'>,
  at: Index = j,
): Indexed => ({ kind, layer: 1, index: at });

/** The names of what a figure lights for an expression: weights, then units. */
function lit(expression: Expression): string {
  const { edges, units } = partOf(expression, network);
  const names = [
    ...network.edges.filter(({ id }) => edges.includes(id)).map(({ id }) => `w_${id + 1}`),
    ...network.units.filter(({ id }) => units.includes(id)).map(({ name }) => spell(name)),
  ];
  expect(names).toHaveLength(edges.length + units.length);
  return names.join(' ');
}

it.each<readonly [string, Expression, string]>([
  // What is no part of a figure.
  ['a number', number(2), ''],
  ['the loss', loss, ''],
  ['the error of one example', { kind: 'data-loss', example: 0 }, ''],
  ['the learning rate', { kind: 'rate' }, ''],
  ['the strength of the decay', { kind: 'decay' }, ''],
  ['the decay', { kind: 'decay-term' }, ''],
  ['a bracket that compares indices', { kind: 'iverson', of: i, is: j }, ''],
  // Symbols.
  ['a unit', h1, 'h_1'],
  ['its sum', preactivation(2), 'h_1'],
  ['its error term', delta(2), 'h_1'],
  ['a target', target(4), 'y'],
  ['a weight', w1, 'w_1 x_1 h_1'],
  ['a bias', b, 'h_1 h_2'],
  ['units with an index', hidden('unit-at'), 'h_1 h_2'],
  ['their sums', hidden('preactivation-at'), 'h_1 h_2'],
  ['their targets', hidden('target-at'), 'h_1 h_2'],
  ['their error terms', hidden('delta-at'), 'h_1 h_2'],
  ['their biases', hidden('bias-at'), 'h_1 h_2'],
  ['the unit of a number', hidden('unit-at', { number: 2 }), 'h_2'],
  ['weights', { kind: 'weight-at', layer: 1, to: { number: 2 }, from: i }, 'w_3 w_4 x_1 x_2 h_2'],
  ['a layer', vector(1), 'h_1 h_2'],
  ['the weights of a layer', { kind: 'weight-matrix', layer: 2 }, 'w_5 w_6 h_1 h_2 y'],
  // What is made of them.
  ['the value of a symbol', { kind: 'value', of: h1, value: 1, error: 0 }, 'h_1'],
  ['what becomes of a weight', { kind: 'after-step', of: w1, moved: [0] }, 'w_1 x_1 h_1'],
  ['a fraction', fraction(h1, h2), 'h_1 h_2'],
  ['a sum', sum([h1, y, h1]), 'h_1 y'],
  ['a product', product([h1, y]), 'h_1 y'],
  ['a power', square(h1), 'h_1'],
  [
    'an activation',
    { kind: 'apply', activation: { name: 'tanh' }, prime: true, argument: h1 },
    'h_1',
  ],
  ['a negative', negative(h1), 'h_1'],
  ['an exponential', { kind: 'exponential', body: h1 }, 'h_1'],
  ['a logarithm', logarithm(h1), 'h_1'],
  ['a sum over a layer', sumOver('j', 1, h1), 'h_1'],
  ['a mean', { kind: 'mean-over-examples', body: h1 }, 'h_1'],
  ['a term', { kind: 'term', body: h1, links: [] }, 'h_1'],
  ['a product of matrices', { kind: 'matrix-product', factors: [h1, y] }, 'h_1 y'],
  ['a product entry by entry', { kind: 'hadamard', factors: [h1, y] }, 'h_1 y'],
  ['a transpose', { kind: 'transpose', body: vector(0) }, 'x_1 x_2'],
  ['a diagonal', { kind: 'diagonal', body: vector(1) }, 'h_1 h_2'],
  // All that a quantity reaches, or what lies between it and another.
  ['a gradient by a weight', { kind: 'gradient', by: w1 }, 'w_1 w_5 x_1 h_1 y'],
  ['a gradient by a unit', { kind: 'gradient', by: h2 }, 'w_6 h_2 y'],
  ['a gradient by a sum', { kind: 'gradient', by: preactivation(3) }, 'w_6 h_2 y'],
  ['a gradient by a layer', { kind: 'gradient', by: vector(1) }, 'h_1 h_2'],
  ['a derivative', derivative(y, x1), 'w_1 w_3 w_5 w_6 x_1 h_1 h_2 y'],
  ['a derivative by a weight', derivative(y, w1), 'w_1 w_5 x_1 h_1 y'],
  ['a derivative by a sum', derivative(y, preactivation(2)), 'w_5 h_1 y'],
  ['a derivative by a layer', derivative(y, vector(1)), 'h_1 h_2 y'],
  ['what is to be differentiated', differentiate(h1, y), 'w_5 h_1 y'],
  ['the paths to a unit', { kind: 'sum-over-paths', from: 2, to: { unit: 4 } }, 'w_5 h_1 y'],
  [
    'the paths to a layer',
    { kind: 'sum-over-paths', from: 0, to: { layer: 1, index: j } },
    'w_1 w_3 x_1 h_1 h_2',
  ],
])('a figure lights for %s what it speaks of', (_, expression, expected) => {
  expect(lit(expression)).toBe(expected);
});
