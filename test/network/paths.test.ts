import { describe, expect, it } from 'vitest';
import { countPathsOf, pathsOf } from '../../src/network/paths-of.ts';
import type { Quantity } from '../../src/network/request.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';

/** The paths of a weight, a bias or a unit, each as the units on it. */
function told(block: string, name: string, limit?: number) {
  const network = networkOf(block);
  const spelled = (id: number) => {
    const unit = network.units[id];
    return unit === undefined ? '?' : spell(unit.name);
  };
  const parameter = network.parameters.findIndex((each) => spell(each.name) === name);
  const unit = network.units.findIndex((each) => spell(each.name) === name);
  const quantity: Quantity =
    parameter < 0 ? { kind: 'unit', unit } : { kind: 'parameter', parameter };
  const found = pathsOf(network, quantity, network.outputs, limit);
  if (limit === undefined)
    expect(countPathsOf(network, quantity, network.outputs)).toBe(BigInt(found.length));
  return found.map(({ tails, along, units, edges }) => {
    expect([...units].sort()).toEqual([...new Set([...tails, ...along])].sort());
    expect(edges.size).toBe(tails.length + along.length - 1);
    return [tails.map(spelled).join(' '), ...along.map(spelled)].join(' > ');
  });
}

const square = 'x[2] -> h[2] -> y[2]\nbias h: b, y: c';

describe('the paths of', () => {
  it.each([
    ['a weight begin where it comes from', 'w^1_{21}', ['x_1 > h_2 > y_1', 'x_1 > h_2 > y_2']],
    ['a weight of an output are one', 'w^2_{21}', ['h_1 > y_2']],
    [
      'a shared bias begin at each of its units',
      'b',
      [' > h_1 > y_1', ' > h_2 > y_1', ' > h_1 > y_2', ' > h_2 > y_2'],
    ],
    ['a hidden unit begin there', 'h_1', [' > h_1 > y_1', ' > h_1 > y_2']],
    ['an output are itself', 'y_2', [' > y_2']],
  ])('%s', (_, name, expected) => {
    expect(told(square, name)).toEqual(expected);
  });

  it('a weight that is shared at one unit begin at all of its tails at once', () => {
    expect(told('x_1 -> y : u\nx_2 -> y : u\nx_3 -> y : v', 'u')).toEqual(['x_1 x_2 > y']);
    expect(told('x_1 -> h_1 : u\nx_2 -> h_2 : u', 'u')).toEqual(['x_1 > h_1', 'x_2 > h_2']);
  });

  it('a weight are no more than are asked for, and lead to no output that it can’t reach', () => {
    expect(told(square, 'b', 3)).toHaveLength(3);
    expect(told(square, 'b', 0)).toEqual([]);
    expect(told(square, 'c', 1)).toEqual([' > y_1']);
    expect(told('x -> y\nx -> z : u', 'u')).toEqual(['x > z']);
  });
});
