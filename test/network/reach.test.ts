import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import type { Network, UnitId } from '../../src/network/network.ts';
import {
  contribution,
  downstream,
  joined,
  pathCounts,
  paths,
  reachOf,
  upstream,
} from '../../src/network/reach.ts';
import type { Quantity } from '../../src/network/request.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';

const square = networkOf('x[2] -> h[2] -> y[2]');
const countPaths = (network: Network, from: UnitId, to: UnitId): bigint =>
  pathCounts(network, [from]).get(to) ?? 0n;
const id = (network: Network, name: string): UnitId => {
  const found = network.units.find((unit) => spell(unit.name) === name);
  if (found === undefined) throw new Error(name);
  return found.id;
};
const parameter = (network: Network, name: string): Quantity => {
  const found = network.parameters.find((each) => spell(each.name) === name);
  if (found === undefined) throw new Error(name);
  return { kind: 'parameter', parameter: found.id };
};
const names = (network: Network, units: Iterable<UnitId>): string[] =>
  [...units]
    .sort((a, b) => a - b)
    .map((unit) =>
      spell(network.units[unit]?.name ?? { letter: '?', superscript: '', subscript: '' }),
    );
const weightNames = (network: Network, edges: Iterable<number>): string[] =>
  [...edges]
    .sort((a, b) => a - b)
    .map((edge) => {
      const weight = network.edges[edge]?.weight;
      if (weight === undefined || 'fixed' in weight) return String(weight?.fixed);
      return spell(
        network.parameters[weight.parameter]?.name ?? {
          letter: '?',
          superscript: '',
          subscript: '',
        },
      );
    });

describe('what moves with', () => {
  const soft = networkOf('x[2] -> h[2] -> y[2]\nactivation y: softmax');
  const moved = (network: Network, quantity: Quantity) => {
    const { sums, values } = reachOf(network, quantity);
    return [sums, values].map((units) => names(network, units).join(' '));
  };

  it('a unit is its value, and the sums and values behind it', () => {
    const unit = { kind: 'unit', unit: id(square, 'h_1') } as const;
    expect(moved(square, unit)).toEqual(['y_1 y_2', 'h_1 y_1 y_2']);
  });

  it('a weight is nothing that stands beside it, however deep', () => {
    const apart = networkOf('x_1 -> h_1 -> y_1\nx_2 -> h_2 -> y_2\nweights w_N');
    expect(moved(apart, parameter(apart, 'w_1'))).toEqual(['h_1 y_1', 'h_1 y_1']);
  });

  it('a weight is the sum that it enters, too', () => {
    expect(moved(square, parameter(square, 'w^1_{11}'))).toEqual(['h_1 y_1 y_2', 'h_1 y_1 y_2']);
    expect(moved(square, parameter(square, 'w^2_{11}'))).toEqual(['y_1', 'y_1']);
  });

  it('a weight under softmax are the values of the whole layer', () => {
    expect(moved(soft, parameter(soft, 'w^2_{11}'))).toEqual(['y_1', 'y_1 y_2']);
    expect(joined(soft, id(soft, 'y_2'))).toEqual([id(soft, 'y_1'), id(soft, 'y_2')]);
    expect(joined(soft, id(soft, 'h_2'))).toEqual([id(soft, 'h_2')]);
  });
});

describe('what a unit reaches', () => {
  it('is everything downstream of it, and it', () => {
    expect(names(square, downstream(square, [id(square, 'h_1')]))).toEqual(['h_1', 'y_1', 'y_2']);
    expect(names(square, downstream(square, [id(square, 'y_1')]))).toEqual(['y_1']);
  });

  it('and what reaches it, everything upstream', () => {
    expect(names(square, upstream(square, id(square, 'h_1')))).toEqual(['x_1', 'x_2', 'h_1']);
    expect(names(square, upstream(square, id(square, 'x_1')))).toEqual(['x_1']);
  });
});

describe('the part that contributes to a gradient', () => {
  it('of a weight is its edge, both its ends, and what is downstream', () => {
    const part = contribution(square, parameter(square, 'w^1_{11}'));
    expect(names(square, part.units)).toEqual(['x_1', 'h_1', 'y_1', 'y_2']);
    expect(weightNames(square, part.edges)).toEqual(['w^1_{11}', 'w^2_{11}', 'w^2_{21}']);
  });

  it('of a weight of the last layer is its edge alone', () => {
    const part = contribution(square, parameter(square, 'w^2_{21}'));
    expect(names(square, part.units)).toEqual(['h_1', 'y_2']);
    expect(weightNames(square, part.edges)).toEqual(['w^2_{21}']);
  });

  it('of a unit is it and what is downstream', () => {
    const part = contribution(square, { kind: 'unit', unit: id(square, 'x_2') });
    expect(names(square, part.units)).toEqual(['x_2', 'h_1', 'h_2', 'y_1', 'y_2']);
    expect(weightNames(square, part.edges)).toEqual([
      'w^1_{12}',
      'w^1_{22}',
      'w^2_{11}',
      'w^2_{12}',
      'w^2_{21}',
      'w^2_{22}',
    ]);
  });

  it('of a shared weight or bias is that of all its places', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]\nx_1 -> h_1 : u\nh_2 -> y_2 : u\nbias h: b');
    const shared = contribution(network, parameter(network, 'u'));
    expect(names(network, shared.units)).toEqual(['x_1', 'h_1', 'h_2', 'y_1', 'y_2']);
    expect(weightNames(network, shared.edges)).toEqual(['u', 'w^2_{11}', 'w^2_{21}', 'u']);
    const bias = contribution(network, parameter(network, 'b'));
    expect(names(network, bias.units)).toEqual(['h_1', 'h_2', 'y_1', 'y_2']);
    expect(bias.edges.size).toBe(4);
  });
});

describe('paths', () => {
  const lines = (network: Network, from: string, to: string, limit?: number) =>
    paths(network, id(network, from), id(network, to), limit).map((path) =>
      path.map((edge) => weightNames(network, [edge])[0]).join(' '),
    );

  it('come in the order of the edges', () => {
    const network = networkOf('x[1] -> h^1[2] -> h^2[2] -> y[1]');
    expect(lines(network, 'x_1', 'y_1')).toEqual([
      'w^1_{11} w^2_{11} w^3_{11}',
      'w^1_{11} w^2_{21} w^3_{12}',
      'w^1_{21} w^2_{12} w^3_{11}',
      'w^1_{21} w^2_{22} w^3_{12}',
    ]);
    expect(lines(network, 'x_1', 'y_1', 3)).toHaveLength(3);
    expect(lines(network, 'x_1', 'y_1', 0)).toEqual([]);
  });

  it('lead from a unit to itself by no edge, and against the arrows nowhere', () => {
    expect(lines(square, 'h_1', 'h_1')).toEqual(['']);
    expect(lines(square, 'y_1', 'x_1')).toEqual([]);
    expect(countPaths(square, id(square, 'h_1'), id(square, 'h_1'))).toBe(1n);
    expect(countPaths(square, id(square, 'y_1'), id(square, 'x_1'))).toBe(0n);
    expect(countPaths(square, id(square, 'h_1'), id(square, 'h_2'))).toBe(0n);
  });

  it('are counted from several starts at once, and for what they reach alone', () => {
    const counts = (...starts: readonly string[]) =>
      Object.fromEntries(
        [
          ...pathCounts(
            square,
            starts.map((name) => id(square, name)),
          ),
        ].map(([unit, count]) => [names(square, [unit]).join(), Number(count)]),
      );
    expect(counts('h_1')).toEqual({ h_1: 1, y_1: 1, y_2: 1 });
    expect(counts('x_1', 'h_2')).toEqual({ x_1: 1, h_1: 1, h_2: 2, y_1: 3, y_2: 3 });
    expect(counts('y_2', 'h_1')).toEqual({ h_1: 1, y_1: 1, y_2: 2 });
    expect(counts()).toEqual({});
  });

  it('are counted without being walked', () => {
    const deep = networkOf('x[3] -> h^1[3] -> ... -> h^{60}[3] -> y[3]');
    expect(countPaths(deep, id(deep, 'x_1'), id(deep, 'y_1'))).toBe(3n ** 60n);
    expect(paths(deep, id(deep, 'x_1'), id(deep, 'y_1'), 8)).toHaveLength(8);
  });

  it('are as many as they are counted, distinct, connected, and inside both reaches, in random networks', () => {
    const random = randomSource(7);
    for (let round = 0; round < 200; round++) {
      const network = networkOf(randomBlock(random));
      for (const from of network.inputs) {
        const reached = downstream(network, [from]);
        for (const to of network.outputs) {
          const found = paths(network, from, to);
          const count = countPaths(network, from, to);
          expect(BigInt(found.length)).toBe(count);
          const both = pathCounts(network, [0, from]).get(to) ?? 0n;
          expect(both).toBe(from === 0 ? count : count + countPaths(network, 0, to));
          expect(new Set(found.map((path) => path.join(' '))).size).toBe(found.length);
          expect(reached.has(to)).toBe(found.length > 0);
          expect(upstream(network, to).has(from)).toBe(found.length > 0);
          for (const path of found) {
            const ends = path.map((edge) => network.edges[edge]);
            expect(ends[0]?.from).toBe(from);
            expect(ends.at(-1)?.to).toBe(to);
            for (const [place, edge] of ends.slice(1).entries())
              expect(edge?.from).toBe(ends[place]?.to);
          }
        }
      }
    }
  });
});

describe('random networks', () => {
  it('are the same for the same seed, sound, and of every kind', () => {
    const draw = (seed: number) => {
      const random = randomSource(seed);
      return Array.from({ length: 300 }, () => randomBlock(random));
    };
    expect(draw(1)).toEqual(draw(1));
    const networks = draw(1).map(networkOf);
    for (const network of networks) {
      expect(network.layers.length).toBeGreaterThanOrEqual(2);
      expect(network.layers.length).toBeLessThanOrEqual(5);
      for (const { units } of network.layers) expect(units.length).toBeLessThanOrEqual(5);
      expect(network.inputs).toEqual(network.layers[0]?.units);
      expect(network.outputs).toEqual(network.layers.at(-1)?.units);
    }
    const isSkip = (network: Network) =>
      network.edges.some(
        ({ from, to }) => (network.units[to]?.layer ?? 0) - (network.units[from]?.layer ?? 0) > 1,
      );
    expect(networks.some(isSkip)).toBe(true);
    expect(
      networks.some(({ parameters }) => parameters.some(({ edges }) => edges.length > 1)),
    ).toBe(true);
    expect(networks.some(({ parameters }) => parameters.some(({ kind }) => kind === 'bias'))).toBe(
      true,
    );
    expect(networks.some(({ edges }) => edges.some(({ weight }) => 'fixed' in weight))).toBe(true);
    expect(networks.some(({ templates }) => templates.some((name) => name !== undefined))).toBe(
      true,
    );
  });
});
