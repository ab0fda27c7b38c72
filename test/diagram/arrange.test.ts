import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/diagram/arrange.ts';
import { pointToSegment, segments } from '../../src/diagram/geometry.ts';
import { contribution } from '../../src/network/reach.ts';
import { networkOf } from '../support/network.ts';
import { focusing, plain } from './views.ts';

const captionsOf = (block: string): readonly string[] =>
  arrange(networkOf(block), plain).captions.map((caption) => caption.label.words);

describe('a figure', () => {
  it('turns to the matrix where there are too many weights to name', () => {
    const diagram = arrange(networkOf('x[6] -> y[6]'), plain);
    expect(diagram.edges.some((edge) => edge.label !== undefined)).toBe(false);
    expect(captionsOf('x[6] -> y[6]')).toEqual(['W']);
    expect(captionsOf('x[6] -> h[6] -> y[6]')).toEqual(['W superscript 1', 'W superscript 2']);
  });

  it('names the weight in focus where the others are too many', () => {
    const network = networkOf('x[6] -> y[6]');
    const { edges } = arrange(network, focusing(network, 'w_{11}'));
    expect(edges.flatMap(({ label }) => label?.words ?? [])).toEqual(['w subscript 11']);
  });

  it('collapses a large layer to its first units, dots and its last', () => {
    const diagram = arrange(networkOf('x[784] -> h[128] -> y[10]'), plain);
    expect(diagram.units).toHaveLength(12);
    expect(diagram.ellipses).toHaveLength(3);
    expect(diagram.captions.map(({ label }) => label.words)).toContain('784 units');
    expect(diagram.width).toBeLessThan(720);
  });

  it('leads a skip connection around the units in its way', () => {
    const diagram = arrange(networkOf('x[1] -> h[1] -> y[1]\nx_1 -> y_1 : 1'), plain);
    const hidden = diagram.units.find((unit) => unit.label.words === 'h subscript 1');
    const skip = diagram.edges.find(({ points }) => points.length > 2);
    if (hidden === undefined || skip === undefined) throw new Error('it has both');
    for (const line of segments(skip.points))
      expect(pointToSegment(hidden.centre, line)).toBeGreaterThan(hidden.radius + 7);
  });

  it('lets skip connections that are nowhere above each other share a lane', () => {
    const network = networkOf(
      'x[1] -> a[1] -> b[1] -> c[1] -> y[1]\nx_1 -> b_1 : u\nb_1 -> y_1 : v',
    );
    const lanes = arrange(network, { ...plain, direction: 'down' })
      .edges.filter(({ points }) => points.length > 2)
      .map(({ points }) => points[1]?.x);
    expect(lanes).toHaveLength(2);
    expect(lanes[0]).toBe(lanes[1]);
  });

  it('stays narrow enough for a phone, in lines that each begin with the layer of the line above', () => {
    const deep = arrange(networkOf('x[2] -> h^1[2] -> ... -> h^9[2] -> y[2]'), plain);
    expect(deep.width).toBeLessThan(612);
    expect(deep.edges).toHaveLength(40);
    expect(deep.units.filter(({ isRepeated }) => isRepeated)).toHaveLength(6);
    expect(deep.description).toContain('The figure has 4 lines');
  });

  it('turns down where an edge passes every layer at which a line could end', () => {
    const network = networkOf('x[1] -> a[1] -> b[1] -> c[1] -> y[1]\nx_1 -> y_1 : u');
    const diagram = arrange(network, plain);
    expect(diagram.width).toBeLessThan(diagram.height);
    expect(diagram.description).toContain('Five layers from top to bottom');
    expect(arrange(network, { ...plain, direction: 'right' }).width).toBeGreaterThan(612);
  });

  it.each([
    ['right', 'x', 1],
    ['down', 'y', 1],
    ['up', 'y', -1],
  ] as const)('has its layers one after the other, %s', (direction, axis, sign) => {
    const { units } = arrange(networkOf('x[2] -> h[3] -> y[2]'), { ...plain, direction });
    const at = (name: string): number =>
      units.find(({ label }) => label.words === name)?.centre[axis] ?? 0;
    const [x, h, y] = ['x', 'h', 'y'].map((letter) => sign * at(`${letter} subscript 1`));
    expect([x, h, y].sort((a = 0, b = 0) => a - b)).toEqual([x, h, y]);
    expect(at('x subscript 1')).toBe(at('x subscript 2'));
  });

  it('leaves out the middle of a deep network, and says how much of it', () => {
    const block = 'x[2] -> h^1[2] -> ... -> h^{49}[2] -> y[2]';
    const diagram = arrange(networkOf(block), plain);
    expect(captionsOf(block)).toContain('45 layers');
    expect(diagram.units.filter(({ isRepeated }) => !isRepeated)).toHaveLength(12);
    expect(diagram.description).toContain('The figure leaves out 45 layers between');
  });

  it('shows what is in focus of a large layer and of a deep network', () => {
    const wide = networkOf('x[784] -> h[128] -> y[10]');
    const names = arrange(wide, focusing(wide, 'w^1_{5,300}')).units.map(
      ({ label }) => label.words,
    );
    expect(names).toContain('x subscript 300');
    expect(names).toContain('h subscript 5');
    const deep = networkOf('x[2] -> h^1[2] -> ... -> h^{49}[2] -> y[2]');
    const { edges } = arrange(deep, focusing(deep, 'w^{25}_{11}'));
    expect(edges.filter(({ isSubject }) => isSubject)).toHaveLength(1);
  });

  it('takes the outline with a skip connection around the units that have no part in it', () => {
    const network = networkOf('x[1] -> h[1] -> y[1]\nx_1 -> y_1 : u');
    const diagram = arrange(network, focusing(network, 'u'));
    const hidden = diagram.units.find((unit) => unit.label.words === 'h subscript 1');
    const [outline] = diagram.outlines;
    const above = outline?.points.filter(({ y }) => y < (hidden?.centre.y ?? 0) - 22).length ?? 0;
    // Over the unit, the line runs twice: above the skip connection and below it.
    expect(above).toBeGreaterThanOrEqual(4);
  });

  it('leaves the units of a reduced network where they were, and draws nothing else', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const whole = arrange(network, plain);
    const part = contribution(network, { kind: 'parameter', parameter: 0 });
    const reduced = arrange(network, { ...plain, only: part });
    expect(new Set(reduced.units.map(({ unit }) => unit))).toEqual(part.units);
    expect(new Set(reduced.edges.map(({ edge }) => edge))).toEqual(part.edges);
    const places = (units: typeof whole.units) =>
      units
        .filter(({ unit }) => part.units.has(unit))
        .map(({ centre }, _, [first]) => [
          centre.x - (first?.centre.x ?? 0),
          centre.y - (first?.centre.y ?? 0),
        ]);
    expect(places(reduced.units)).toEqual(places(whole.units));
  });

  it('has captions for the layers that it shows, and for no others', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const { id } = network.parameters.find(({ name }) => name.superscript === '2') ?? { id: -1 };
    const only = contribution(network, { kind: 'parameter', parameter: id });
    const { captions } = arrange(network, { ...plain, only, captions: ['i', 'j', 'k'] });
    expect(captions.map(({ label }) => label.words)).toEqual([
      'layer  j',
      'layer  k',
      'w superscript 2 subscript kj',
    ]);
  });

  it('uncrosses units that were given one by one, and keeps the order of a layer', () => {
    const fromTop = (block: string, letters: string): readonly string[] =>
      arrange(networkOf(block), plain)
        .units.filter(({ label }) => letters.includes(label.words.charAt(0)))
        .sort((a, b) => a.centre.y - b.centre.y)
        .map(({ label }) => label.words);
    const single = 'x_1 -> a : u\nx_2 -> b : v\nb -> c : q\na -> d : p\nc -> y : r\nd -> y : s';
    expect(fromTop(single, 'cd')).toEqual(['d', 'c']);
    const layer = 'h[2] -> y[2]\nx_1 -> h_2 : u\nx_2 -> h_1 : v';
    expect(fromTop(layer, 'h')).toEqual(['h subscript 1', 'h subscript 2']);
  });

  it('is the same on every run', () => {
    for (const block of ['x[2] -> h[2] -> y[2]', 'x[4] -> h[8] -> y[3]']) {
      expect(arrange(networkOf(block), plain)).toEqual(arrange(networkOf(block), plain));
    }
  });
});
