import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Diagram } from '../../src/diagram/diagram.ts';
import {
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  segments,
} from '../../src/diagram/geometry.ts';
import type { View } from '../../src/diagram/view.ts';
import { contribution } from '../../src/network/reach.ts';
import { networkOf } from '../support/network.ts';

const plain: View = { focus: [], outline: true, rest: 'dim', arrows: 'forward' };

/** Every collision of a label in a figure, in words. */
function collisions(diagram: Diagram): string[] {
  const found: string[] = [];
  const labels = diagram.edges.flatMap(({ edge, label }) =>
    label === undefined ? [] : [{ edge, label }],
  );
  const lines = diagram.edges.map(({ edge, points }) => ({ edge, lines: segments(points) }));
  const distance = (box: Parameters<typeof boxesMeet>[0], edge: number): number =>
    Math.min(
      ...(lines.find((line) => line.edge === edge)?.lines ?? []).map((line) =>
        distanceToSegment(box, line),
      ),
    );
  for (const [place, { edge, label }] of labels.entries()) {
    const { box, words } = label;
    for (const other of labels.slice(place + 1))
      if (boxesMeet(box, other.label.box)) found.push(`${words} on ${other.label.words}`);
    for (const unit of diagram.units)
      if (distanceToDisc(box, unit.centre, unit.radius) === 0)
        found.push(`${words} on unit ${unit.label.words}`);
    for (const outline of diagram.outlines) {
      const corners = [...outline.points, ...outline.points.slice(0, 1)];
      if (segments(corners).some((line) => distanceToSegment(box, line) === 0))
        found.push(`${words} on an outline`);
      if (boxesMeet(box, outline.label.box)) found.push(`${words} on ${outline.label.words}`);
    }
    for (const line of lines) {
      if (distance(box, line.edge) === 0) found.push(`${words} on edge ${line.edge}`);
      else if (line.edge !== edge && distance(box, line.edge) <= distance(box, edge))
        found.push(`${words} adrift to edge ${line.edge}`);
    }
  }
  return found;
}

describe('labels', () => {
  const random = randomSource(4);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const figures = Array.from({ length: 300 }, () => {
    const hidden = Array.from(
      { length: Math.floor(random() * 3) },
      (_, layer) => `h^${layer + 1}[${upTo(4)}]`,
    );
    const block = [`x[${upTo(4)}]`, ...hidden, `y[${upTo(4)}]`].join(' -> ');
    const network = networkOf(block);
    const weight = Math.floor(random() * network.parameters.length);
    const subject = network.parameters[weight]?.name ?? {
      letter: 'w',
      superscript: '',
      subscript: '',
    };
    const focus = {
      ...contribution(network, { kind: 'parameter', parameter: weight }),
      subject,
      label: [{ kind: 'name', name: subject } as const],
    };
    return { block, network, view: random() < 0.5 ? plain : { ...plain, focus: [focus] } };
  });

  it('touch nothing and stay by their own edge, in 300 random networks of layers up to 4 × 4', () => {
    const labelled = figures.map(({ block, network, view }) => {
      const diagram = arrange(network, view);
      expect(collisions(diagram), block).toEqual([]);
      return diagram.edges.every((edge) => edge.label !== undefined);
    });
    expect(labelled.filter((all) => all).length).toBeGreaterThan(250);
  });

  it('are all there without a focus up to 4 × 4', () => {
    for (const block of [
      'x[1] -> y[1]',
      'x[2] -> h[2] -> y[2]',
      'x[3] -> h[3] -> y[3]',
      'x[4] -> h[4] -> y[4]',
    ]) {
      const diagram = arrange(networkOf(block), plain);
      expect(
        diagram.edges.every((edge) => edge.label !== undefined),
        block,
      ).toBe(true);
      expect(collisions(diagram)).toEqual([]);
    }
  });

  it('are counted as colliding where one is moved onto an edge', () => {
    const diagram = arrange(networkOf('x[2] -> h[2] -> y[2]'), plain);
    const [edge, ...others] = diagram.edges;
    const [from, to] = [edge?.points[0], edge?.points.at(-1)];
    if (edge?.label === undefined || from === undefined || to === undefined)
      throw new Error('an edge has a label');
    const box = { ...edge.label.box, x: (from.x + to.x) / 2 - 10, y: (from.y + to.y) / 2 - 8 };
    const spoiled = { ...diagram, edges: [{ ...edge, label: { ...edge.label, box } }, ...others] };
    expect(collisions(spoiled).length).toBeGreaterThan(0);
  });

  it('turn to the matrix where there are too many', () => {
    const diagram = arrange(networkOf('x[6] -> y[6]'), plain);
    expect(diagram.edges.some((edge) => edge.label !== undefined)).toBe(false);
    expect(diagram.captions.map((caption) => caption.label.words)).toEqual(['W']);
  });
});

describe('a figure', () => {
  it('collapses a large layer to its first units, dots and its last', () => {
    const diagram = arrange(networkOf('x[784] -> h[128] -> y[10]'), plain);
    expect(diagram.units).toHaveLength(12);
    expect(diagram.ellipses).toHaveLength(3);
    expect(diagram.width).toBeLessThan(720);
  });

  it('leads a skip connection around the units in its way', () => {
    const network = networkOf('x[1] -> h[1] -> y[1]\nx_1 -> y_1 : 1');
    const diagram = arrange(network, plain);
    const hidden = diagram.units.find((unit) => unit.label.words === 'h subscript 1');
    for (const edge of diagram.edges) {
      for (const line of segments(edge.points)) {
        const isEnd = [line.from, line.to].some(
          (point) =>
            Math.hypot(point.x - (hidden?.centre.x ?? 0), point.y - (hidden?.centre.y ?? 0)) < 25,
        );
        if (!isEnd)
          expect(
            distanceToSegment(
              { x: hidden?.centre.x ?? 0, y: hidden?.centre.y ?? 0, width: 0, height: 0 },
              line,
            ),
          ).toBeGreaterThan(24);
      }
    }
    expect(collisions(diagram)).toEqual([]);
  });

  it('names every edge of a small network in its description', () => {
    const network = networkOf('x[2] -> h[2] -> y[2]');
    const { description } = arrange(network, plain);
    for (const edge of network.edges) {
      const [from, to] = [network.units[edge.from]?.name, network.units[edge.to]?.name];
      expect(description).toContain(
        `${from?.letter} subscript ${from?.subscript} to ${to?.letter} subscript ${to?.subscript}`,
      );
    }
  });

  it('is the same on every run', () => {
    for (const block of ['x[2] -> h[2] -> y[2]', 'x[4] -> h[8] -> y[3]']) {
      expect(arrange(networkOf(block), plain)).toEqual(arrange(networkOf(block), plain));
    }
  });
});
