import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Diagram, Point } from '../../src/diagram/diagram.ts';
import { networkOf } from '../support/network.ts';
import { hits } from './hits.ts';
import { graphFigures, layeredFigures } from './random-figures.ts';
import { focusing, plain } from './views.ts';

const isLabelled = (diagram: Diagram): boolean =>
  diagram.edges.every((edge) => edge.label !== undefined);

describe('nothing touches what it should not', () => {
  it('in random networks, nearly all of those of layers up to 4 × 4 with every label', () => {
    const layered = layeredFigures(60);
    const found = [...layered, ...graphFigures(40)].flatMap(({ title, diagram }) =>
      hits(diagram).map((hit) => `${title}: ${hit}`),
    );
    expect(found).toEqual([]);
    expect(layered.filter(({ diagram }) => isLabelled(diagram)).length).toBeGreaterThan(56);
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

  it('where an outline has none, and units reach above every edge', () => {
    const network = networkOf('x[5] -> y[1]\nbias b^l_j');
    const view = { ...focusing(network, 'b^1_1'), direction: 'down' } as const;
    const diagram = arrange(network, view);
    expect(diagram.outlines).toHaveLength(1);
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
