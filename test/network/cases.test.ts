import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { contribution } from '../../src/network/reach.ts';
import type { FigureRequest } from '../../src/network/request.ts';
import { resolve } from '../../src/network/resolve.ts';
import { spell } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';

/** A block of at most so many lines, without a mistake. */
function block(most: number, text: string, base?: { readonly network: Network }) {
  const lines = text.trim();
  expect(lines.split('\n').length).toBeLessThanOrEqual(most);
  const { document, diagnostics } = parse(lines);
  const { network, requests, diagnostics: more } = resolve(document, base?.network);
  expect([...diagnostics, ...more]).toEqual([]);
  if (network === undefined) throw new Error('no network');
  const weights = network.parameters.map(({ name }) => spell(name));
  const figure = requests.find((request): request is FigureRequest => request.kind === 'figure');
  if (figure === undefined) throw new Error('no figure');
  return { network, weights, figure };
}

const twoByTwo = `
x[2] -> h[2] -> y[2]
weights w^l_{n1}
figure focus w^1_{11}, rest red, arrows backward, captions i j k`;

describe('what a post on backpropagation draws', () => {
  it('one input, one output, w_1', () => {
    expect(block(2, 'x[1] -> y[1]\nweights w_N').weights).toEqual(['w_1']);
  });

  it('a hidden unit, w_1 and w_2', () => {
    expect(block(2, 'x[1] -> h[1] -> y[1]\nweights w_N').weights).toEqual(['w_1', 'w_2']);
  });

  it('one input, two outputs, an outline around the part of each weight', () => {
    const { figure, network } = block(3, 'x[1] -> y[2]\nweights w_N\nfigure focus w_1 w_2');
    expect(figure.focus).toHaveLength(2);
    expect(figure.outline).toBe(true);
    expect(figure.focus.map((focus) => [...contribution(network, focus).edges])).toEqual([
      [0],
      [1],
    ]);
  });

  it('2-2-2 with one weight in focus, the rest red, captions, running numbers in each layer', () => {
    const { weights, figure } = block(4, twoByTwo);
    expect(weights).toEqual([
      ...['w^1_{11}', 'w^1_{21}', 'w^1_{31}', 'w^1_{41}'],
      ...['w^2_{11}', 'w^2_{21}', 'w^2_{31}', 'w^2_{41}'],
    ]);
    expect(figure).toMatchObject({ rest: 'red', arrows: 'backward', captions: ['i', 'j', 'k'] });
  });

  it('the same network, reduced', () => {
    const { figure, network, weights } = block(1, 'figure only w^1_{11}', block(4, twoByTwo));
    const [only] = figure.only;
    const part = only && contribution(network, only);
    expect([...(part?.edges ?? [])].map((edge) => weights[edge])).toEqual([
      'w^1_{11}',
      'w^2_{11}',
      'w^2_{31}',
    ]);
  });

  it('2-2-2-2', () => {
    const { weights } = block(
      4,
      twoByTwo.replace('-> h[2]', '-> h^1[2] -> h^2[2]').replace('i j k', 'i j k l'),
    );
    expect(weights).toHaveLength(12);
  });
});

describe('what others draw', () => {
  it("Mazur's worked example, with its numbers", () => {
    const { network, weights } = block(
      12,
      `
x[2] -> h[2] -> y[2]
weights w_N
bias h: b_1, y: b_2
activation sigmoid
loss squared
x = 0.05, 0.10
t = 0.01, 0.99
w = 0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55
b_1 = 0.35
b_2 = 0.60
rate 0.5
figure`,
    );
    expect(weights).toEqual(['w_1', 'w_2', 'w_3', 'w_4', 'w_5', 'w_6', 'w_7', 'w_8', 'b_1', 'b_2']);
    // The error of the first pass, as the example has it, by its own formulas.
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const [example] = network.examples;
    const values = new Map(example?.inputs);
    for (const unit of network.units.filter(({ incoming }) => incoming.length > 0)) {
      const sum = unit.incoming.reduce(
        (total, id) => {
          const edge = network.edges[id];
          const weight =
            edge && 'parameter' in edge.weight
              ? network.parameters[edge.weight.parameter]?.value
              : undefined;
          return total + (weight ?? Number.NaN) * (values.get(edge?.from ?? -1) ?? Number.NaN);
        },
        network.parameters[unit.bias ?? -1]?.value ?? Number.NaN,
      );
      values.set(unit.id, sigmoid(sum));
    }
    const error = network.outputs.reduce(
      (total, id) =>
        total +
        ((example?.targets.get(id) ?? Number.NaN) - (values.get(id) ?? Number.NaN)) ** 2 / 2,
      0,
    );
    expect(error).toBeCloseTo(0.298371109, 9);
    expect(network.rate).toBe(0.5);
  });

  it('a classifier', () => {
    const { network } = block(
      5,
      `
x[4] -> h[8] -> y[3]
activation h: relu, y: softmax
bias b^l_j
loss cross-entropy
figure`,
    );
    expect(network.parameters).toHaveLength(4 * 8 + 8 * 3 + 8 + 3);
    expect(network.loss).toEqual({ name: 'cross-entropy' });
  });

  it('a residual block', () => {
    const { network } = block(
      4,
      `
x[2] -> h[2] -> y[2]
x_1 -> y_1 : 1
x_2 -> y_2 : 1
figure`,
    );
    expect(network.edges.filter(({ weight }) => 'fixed' in weight)).toHaveLength(2);
    expect(network.layers).toHaveLength(3);
  });
});
