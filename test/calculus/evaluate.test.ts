import { describe, expect, it } from 'vitest';
import { assignments } from '../../src/calculus/assignments.ts';
import { derivative, number, parameter, product, sum, unit } from '../../src/calculus/build.ts';
import { evaluate } from '../../src/calculus/evaluate.ts';
import type { Expression, Index } from '../../src/calculus/expression.ts';
import { numbers } from '../../src/calculus/field.ts';
import { indexLetter, otherLetter } from '../../src/calculus/letters.ts';
import { worldAt } from '../../src/calculus/world.ts';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';

/** A network at the values of its first example; targets and inputs that have none are 0. */
function worldOf(block: string) {
  const network = networkOf(block);
  const [example] = network.examples;
  const all = (ids: readonly number[], given?: ReadonlyMap<number, number>) =>
    new Map(ids.map((id) => [id, given?.get(id) ?? 0]));
  const point = {
    inputs: all(network.inputs, example?.inputs),
    targets: all(network.outputs, example?.targets),
    parameters: new Map(network.parameters.map(({ id, value = 0 }) => [id, value])),
  };
  return worldAt(network, point, numbers);
}

function idOf(network: Network, name: string): number {
  const found =
    network.units.find((each) => spell(each.name) === name) ??
    network.parameters.find((each) => spell(each.name) === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.id;
}

// y = 3 h + 5 x with h = 2 x, at x = 7.
const block = 'x -> h : 2\nh -> y : v\nx -> y : s\nx = 7\nv = 3\ns = 5';
/** Made anew where it is asked, since a world keeps what it has found. */
const skip = () => worldOf(block);
const skipping = networkOf(block);
const of = (name: string) => unit(idOf(skipping, name));
const by = (name: string) => parameter(idOf(skipping, name));

describe('a derivative', () => {
  it('is the total one, or that along an edge alone', () => {
    const value = (expression: Expression, direct?: boolean) =>
      evaluate(direct ? ({ ...expression, direct } as Expression) : expression, skip());
    expect(value(derivative(of('y'), of('x')))).toBe(3 * 2 + 5);
    expect(value(derivative(of('y'), of('x')), true)).toBe(5);
    expect(value(derivative(of('y'), of('h')), true)).toBe(3);
    expect(value(derivative(of('h'), of('x')), true)).toBe(2);
    expect(value(derivative(of('y'), by('s')), true)).toBe(7);
    expect(value(derivative(of('h'), by('s')), true)).toBe(0);
  });

  it('by a weight that is shared counts each of its edges into the unit, and a bias once', () => {
    const { network, ...rest } = worldOf(
      'x_1 -> y : w\nx_2 -> y : w\nx_1 -> z : u\nbias y: b\nx_1 = 3\nx_2 = 4\nw = 1\nb = 1',
    );
    const direct = (name: string, at: string) =>
      evaluate(
        {
          kind: 'derivative',
          of: unit(idOf(network, name)),
          by: parameter(idOf(network, at)),
          direct: true,
        },
        { network, ...rest },
      );
    expect(direct('y', 'w')).toBe(7);
    expect(direct('y', 'b')).toBe(1);
    expect(direct('z', 'b')).toBe(0);
    expect(direct('z', 'u')).toBe(3);
  });

  it('of the loss has no edge to go along, and one inside another is never written', () => {
    const along: Expression = {
      kind: 'derivative',
      of: { kind: 'loss' },
      by: of('x'),
      direct: true,
    };
    expect(() => evaluate(along, skip())).toThrow('only a unit has a derivative along an edge');
    const delta = { kind: 'delta', unit: idOf(skipping, 'h') } as const;
    expect(() => skip().derivative(delta, of('x'))).toThrow('no variable to differentiate');
    expect(() => skip().derivative(of('y'), delta)).toThrow('no variable to differentiate');
    const inner = skip().differentiated(of('x'));
    for (const variable of [delta, { kind: 'loss' } as const])
      expect(() => inner.value(variable)).toThrow('written out');
    expect(inner.value(of('y'))).toEqual({ value: 77, tangent: 11 });
  });
});

describe('an expression', () => {
  it.each<readonly [string, Expression, number]>([
    ['a sum', sum([number(2), number(3), number(4)]), 9],
    ['a product', product([number(2), number(3), number(4)]), 24],
    ['a power', { kind: 'power', base: number(3), exponent: 4 }, 81],
    ['a term', { kind: 'term', body: number(2), links: [] }, 2],
    ['[2 = 2]', { kind: 'iverson', of: { number: 2 }, is: { number: 2 } }, 1],
    ['[1 = 2]', { kind: 'iverson', of: { number: 1 }, is: { number: 2 } }, 0],
    [
      'the paths from x to y',
      {
        kind: 'sum-over-paths',
        from: idOf(skipping, 'x'),
        to: { unit: idOf(skipping, 'y') },
      },
      11,
    ],
    [
      'those from x to h',
      {
        kind: 'sum-over-paths',
        from: idOf(skipping, 'x'),
        to: { unit: idOf(skipping, 'h') },
      },
      2,
    ],
    [
      'those back, of which there are none',
      {
        kind: 'sum-over-paths',
        from: idOf(skipping, 'y'),
        to: { unit: idOf(skipping, 'x') },
      },
      0,
    ],
    [
      'those from h to itself',
      {
        kind: 'sum-over-paths',
        from: idOf(skipping, 'h'),
        to: { unit: idOf(skipping, 'h') },
      },
      1,
    ],
  ])('%s', (_, expression, value) => {
    expect(evaluate(expression, skip())).toBe(value);
  });

  it('of nothing has no value', () => {
    expect(() => evaluate({ kind: 'sum', terms: [] }, skip())).toThrow('what is always there');
  });

  it('with an index of a unit that is not there has none', () => {
    for (const index of [{ number: 9 }, { letter: 'q' }] as const)
      expect(() => evaluate({ kind: 'unit-at', layer: 0, index }, skip())).toThrow('always there');
  });

  it('of a weight that is fixed, or shared out to no edge, has none', () => {
    const { network, ...rest } = worldOf('x[1] -> y[2]\nx_1 -> y_2 : 3\nx_1 = 1\nw_{11} = 2');
    const weight = (to: number): Expression => ({
      kind: 'weight-at',
      layer: 1,
      to: { number: to },
      from: { number: 1 },
    });
    expect(evaluate(weight(1), { network, ...rest })).toBe(2);
    expect(() => evaluate(weight(2), { network, ...rest })).toThrow('always there');
    const bias: Expression = { kind: 'bias-at', layer: 1, index: { number: 1 } };
    expect(() => evaluate(bias, { network, ...rest })).toThrow('always there');
  });

  it('of the weight decay is λ/2 Σ w², biases left out', () => {
    const world = worldOf(
      'x -> h : 9\nh -> y : w\nx -> y : v\nbias y: b\nloss squared, decay 0.5\nw = 2\nv = 4\nb = 7',
    );
    expect(evaluate({ kind: 'decay-term' }, world)).toBe(0.25 * (4 + 16));
    expect(evaluate({ kind: 'decay' }, world)).toBe(0.5);
  });
});

describe('the indices that a line is tried with', () => {
  const network = networkOf('x[1] -> h[3] -> y[4]');
  const [k, j, i]: readonly Index[] = [{ letter: 'k' }, { letter: 'j' }, { letter: 'i' }] as const;
  const corners = (left: Expression) =>
    assignments(left, network).map((each) => [...each.values()]);

  it.each<readonly [string, Expression, readonly (readonly number[])[]]>([
    [
      'a weight',
      { kind: 'gradient', by: { kind: 'weight-at', layer: 2, to: k as Index, from: j as Index } },
      [
        [1, 1],
        [1, 3],
        [4, 1],
        [4, 3],
      ],
    ],
    [
      'a weight from a layer of one',
      { kind: 'gradient', by: { kind: 'weight-at', layer: 1, to: j as Index, from: i as Index } },
      [
        [1, 1],
        [3, 1],
      ],
    ],
    [
      'a weight to one unit',
      {
        kind: 'gradient',
        by: { kind: 'weight-at', layer: 2, to: { number: 2 }, from: j as Index },
      },
      [[1], [3]],
    ],
    [
      'a matrix',
      { kind: 'gradient', by: { kind: 'weight-matrix', layer: 2 } },
      [
        [1, 1],
        [1, 3],
        [4, 1],
        [4, 3],
      ],
    ],
    ['a column', { kind: 'vector', of: 'delta-at', layer: 1 }, [[1], [3]]],
    ['an error term', { kind: 'delta-at', layer: 2, index: k as Index }, [[1], [4]]],
    ['a sum', { kind: 'preactivation-at', layer: 2, index: k as Index }, [[1], [4]]],
    ['a bias', { kind: 'bias-at', layer: 1, index: j as Index }, [[1], [3]]],
    [
      'the derivative by a unit',
      {
        kind: 'derivative',
        of: { kind: 'data-loss' },
        by: { kind: 'unit-at', layer: 1, index: j as Index },
      },
      [[1], [3]],
    ],
    ['one unit', { kind: 'unit-at', layer: 1, index: { number: 2 } }, [[]]],
    ['no index', { kind: 'loss' }, [[]]],
  ])('%s: first and last of each', (_, left, expected) => {
    expect(corners(left)).toEqual(expected);
  });
});

describe('the letter of a layer', () => {
  it('is i for inputs, k for outputs, and the next free one between', () => {
    const network = networkOf('x[2] -> h^1[2] -> ... -> h^8[2] -> y[2]');
    const letters = network.layers.map(({ index }) => indexLetter(network, index));
    expect(letters).toEqual(['i', 'j', 'm', 'n', 'p', 'q', 'r', 's', 'j_{8}', 'k']);
    expect(otherLetter(network)).toBe("k'");
  });

  it('is another where one layer needs two', () => {
    expect(otherLetter(networkOf('x[2] -> y[2]'))).toBe('m');
    expect(otherLetter(networkOf('x[2] -> h[2] -> g[2] -> y[2]'))).toBe('n');
  });
});
