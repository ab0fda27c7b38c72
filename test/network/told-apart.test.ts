import { describe, expect, it } from 'vitest';
import { byName, joinedNames } from '../../src/network/by-name.ts';
import type { Unit } from '../../src/network/network.ts';
import { areToldApart } from '../../src/network/told-apart.ts';
import type { Name } from '../../src/syntax/document.ts';
import { nameOf } from '../support/name.ts';
import { networkOf } from '../support/network.ts';

/** Whether weights are told apart by the templates of the units that they lead to. */
function isTold(block: string, templateOf: (unit: Unit) => Name): boolean {
  const { units, edges } = networkOf(block);
  const unit = (id: number) => units[id] as Unit;
  const wires = edges.map(({ from, to, span }) => ({ tail: unit(from), head: unit(to), span }));
  return areToldApart(wires, units.map(templateOf));
}

describe('weights are told apart without a look at their names', () => {
  const chain = 'x[2] -> h[2] -> y[2]';
  it.each([
    ['w^l_{ji}', 'w^l_{ji}', true],
    ['w^l_{ij}', 'w^l_{ij}', true],
    ['u_{ji}', 'v_{ji}', true],
    ['w^1_{ji}', 'w^{12}_{ji}', true],
    ['w_{ji}', 'w_{ji}', false],
    ['w^2_{ji}', 'w^l_{ji}', false],
    ['w^l_j', 'v^l_{ji}', false],
    ['v^l_{ji}', 'w_n', false],
    ['w^{l1}_{ji}', 'v_{ji}', false],
    ['w^{1l}_{ji}', 'v_{ji}', false],
    ['w^{N}_{ji}', 'v_{ji}', false],
  ])('by %s and %s: %s', (first, second, expected) => {
    const [h, y] = [nameOf(first), nameOf(second)];
    expect(isTold(chain, ({ layer }) => (layer === 1 ? h : y))).toBe(expected);
  });

  it('not where units of a layer have templates of their own', () => {
    const own = (unit: Unit) => nameOf(`${unit.name.letter}_{ji}`);
    expect(isTold(chain, own)).toBe(false);
  });

  it('not where an edge skips a layer', () => {
    const [h, y] = [nameOf('v_{ji}'), nameOf('w_{ji}')];
    const of = ({ layer }: Unit) => (layer === 1 ? h : y);
    expect(isTold(`${chain}\nx_1 -> y_1 : u`, of)).toBe(false);
  });

  it('not where one has a name of its own; a number is none', () => {
    const { units, edges } = networkOf('x -> y');
    const [edge] = edges;
    if (edge === undefined) throw new Error('no edge');
    const { span } = edge;
    const template = nameOf('w_{ji}');
    const wire = { tail: units[0] as Unit, head: units[1] as Unit, span };
    const named = { ...wire, weight: { ...nameOf('u'), kind: 'name', span } as const };
    const fixed = { ...wire, weight: { kind: 'number', text: '1', value: 1, span } as const };
    expect(areToldApart([wire], [template, template])).toBe(true);
    expect(areToldApart([fixed], [template, template])).toBe(true);
    expect(areToldApart([named], [template, template])).toBe(false);
  });
});

describe('things by their names', () => {
  const things = ['w^1_1', 'w^1_2', 'u', 'w^1_3'].map((name) => ({ name: nameOf(name) }));
  const known = byName(things);

  it('are found by what an author types, and nothing else is', () => {
    for (const [place, name] of ['w^1_1', 'w^1_2', 'u', 'w^1_3'].entries())
      expect(known.get(name)).toBe(things[place]);
    for (const name of ['w^1', 'w^1_4', 'u_1', 'w']) expect(known.has(name)).toBe(false);
    expect(known.has('u')).toBe(true);
    expect(known.size).toBe(4);
    expect([...known.values()]).toEqual(things);
  });

  it('are those of two lists, each name once', () => {
    const other = { name: nameOf('u') };
    const both = joinedNames(
      known,
      new Map([
        ['u', other],
        ['v', other],
      ]),
    );
    expect(both.size).toBe(5);
    expect(both.get('u')).toBe(other);
    expect(both.get('w^1_2')).toBe(things[1]);
    expect([both.has('v'), both.has('w^1_3'), both.has('w^1_4')]).toEqual([true, true, false]);
    expect([...both.values()]).toHaveLength(6);
  });
});
