import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Diagram, Point } from '../../src/diagram/diagram.ts';
import type { View } from '../../src/diagram/view.ts';
import type { Network } from '../../src/network/network.ts';
import { spell } from '../../src/syntax/name.ts';
import { networkOf } from '../support/network.ts';
import { randomBlock } from '../support/random-network.ts';
import { hits } from './hits.ts';
import { focusing, plain } from './views.ts';

const isLabelled = (diagram: Diagram): boolean =>
  diagram.edges.every((edge) => edge.label !== undefined);

/** With none to three weights in focus, and captions now and then. */
function randomView(network: Network, random: () => number): View {
  const weights = network.parameters.filter(({ kind }) => kind === 'weight');
  const count = weights.length === 0 ? 0 : Math.floor(random() * 4);
  const names = Array.from(
    { length: count },
    () => weights[Math.floor(random() * weights.length)],
  ).flatMap((weight) => (weight ? [spell(weight.name)] : []));
  const captions = random() < 0.3 ? { captions: [...'ijkmn'] } : {};
  return { ...focusing(network, ...names), ...captions };
}

describe('nothing touches what it should not', () => {
  it('in 300 random networks of layers up to 4 × 4, nearly all of them with every label', () => {
    const random = randomSource(4);
    const upTo = (most: number): number => 1 + Math.floor(random() * most);
    const labelled = Array.from({ length: 300 }, () => {
      const hidden = Array.from(
        { length: Math.floor(random() * 3) },
        (_, layer) => `h^${layer + 1}[${upTo(4)}]`,
      );
      const block = [`x[${upTo(4)}]`, ...hidden, `y[${upTo(4)}]`].join(' -> ');
      const network = networkOf(block);
      const view = randomView(network, random);
      const diagram = arrange(network, view);
      expect(hits(diagram), `${block}, ${view.focus.length} in focus`).toEqual([]);
      return isLabelled(diagram);
    });
    expect(labelled.filter((all) => all).length).toBeGreaterThan(280);
  });

  it('in 150 random networks of any graph, with skip connections', () => {
    const random = randomSource(5);
    for (let count = 0; count < 150; count++) {
      const block = randomBlock(random);
      const network = networkOf(block);
      const view = randomView(network, random);
      expect(hits(arrange(network, view)), block).toEqual([]);
    }
  });

  it.each([
    'x[1] -> y[1]',
    'x[2] -> h[2] -> y[2]',
    'x[3] -> h[3] -> y[3]',
    'x[4] -> h[4] -> y[4]',
    'x[2] -> h^1[2] -> ... -> h^6[2] -> y[2]',
  ])('with every label, in %s', (block) => {
    const diagram = arrange(networkOf(block), plain);
    expect(isLabelled(diagram)).toBe(true);
    expect(hits(diagram)).toEqual([]);
  });

  it('where an outline has no room for its label in its line', () => {
    const network = networkOf('x[5] -> y[5]');
    const diagram = arrange(network, focusing(network, 'w_{23}', 'w_{32}', 'w_{33}', 'w_{22}'));
    expect(diagram.outlines).toHaveLength(4);
    expect(hits(diagram)).toEqual([]);
  });
});

describe('what is moved on purpose is found', () => {
  const network = networkOf('x[2] -> h[2] -> y[2]');
  const diagram = arrange(network, focusing(network, 'w^1_{11}'));
  const [first, ...others] = diagram.edges;
  if (first?.label === undefined) throw new Error('an edge has a label');
  const { label, points } = first;
  const withLabelAt = ({ x, y }: Point): Diagram => {
    const { width, height } = label.box;
    const box = { ...label.box, x: x - width / 2, y: y - height / 2 };
    return { ...diagram, edges: [{ ...first, label: { ...label, box } }, ...others] };
  };

  it('on an edge', () => {
    const middle = points.map(({ x, y }) => ({ x: x / 2, y: y / 2 })).reduce(sum);
    expect(hits(withLabelAt(middle))).toContain(`weight ${label.words} on edge ${first.edge}`);
  });

  it('on a unit', () => {
    const [unit] = diagram.units;
    expect(hits(withLabelAt(unit?.centre ?? { x: 0, y: 0 }))).toContain(
      `weight ${label.words} on unit ${unit?.label.words}`,
    );
  });

  it('on an outline', () => {
    const corner = diagram.outlines[0]?.points[0] ?? { x: 0, y: 0 };
    expect(hits(withLabelAt(corner))).toContain(`weight ${label.words} on outline 0`);
  });

  it('nearer to another edge', () => {
    const other = others.at(-1)?.label?.box;
    const moved = withLabelAt({ x: (other?.x ?? 0) + 10, y: (other?.y ?? 0) + 9 });
    expect(hits(moved).some((hit) => hit.includes('adrift'))).toBe(true);
  });
});

const sum = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
