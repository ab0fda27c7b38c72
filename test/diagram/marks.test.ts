import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/diagram/arrange.ts';
import type { Box, Diagram } from '../../src/diagram/diagram.ts';
import { cornersOf, distanceToSegment, segments } from '../../src/diagram/geometry.ts';
import { drawn, type Shown } from '../../src/network/drawn.ts';
import { networkOf } from '../support/network.ts';
import { hits } from './hits.ts';
import { plain } from './views.ts';

/** A number of either sign, of up to four digits. */
const some = (id: number): number => (((id * 7919) % 200) - 100) / 77;

/** A figure with every mark that there is: extras, numbers in units and beside edges, widths, a legend. */
function marked(block: string, shown: readonly Shown[]): Diagram {
  const network = networkOf(block);
  const whole = drawn(network, new Set(shown));
  const of = (all: readonly { readonly id: number }[]) =>
    new Map(all.map(({ id }) => [id, some(id)]));
  const measure = { of: 'gradients', symbol: [{ kind: 'sign', sign: '∂' }] } as const;
  const edges = of(whole.network.edges);
  return arrange(whole.network, {
    ...plain,
    extras: whole.extras,
    numbers: { units: of(network.units), edges, measure },
    widths: { measure, edges },
  });
}

/** Numbers that reach over the rim of their units, and keys that reach over the frame. */
function overRims({ units, legend, width, height }: Diagram): readonly string[] {
  const isOutside = (box: Box, inside: (x: number, y: number) => boolean): boolean =>
    cornersOf(box).some(({ x, y }) => !inside(x, y));
  return [
    ...units.flatMap(({ number, centre, radius }) =>
      number && isOutside(number.box, (x, y) => Math.hypot(x - centre.x, y - centre.y) < radius - 1)
        ? [number.words]
        : [],
    ),
    ...legend.flatMap(({ label }) =>
      isOutside(label.box, (x, y) => x >= 0 && y >= 0 && x <= width && y <= height)
        ? [label.words]
        : [],
    ),
  ];
}

/** Labels that a line touches with its whole width. */
const onWideLines = ({ edges }: Diagram): readonly string[] =>
  edges.flatMap(({ label }) =>
    label !== undefined &&
    edges.some(({ points, width }) =>
      segments(points).some((line) => distanceToSegment(label.box, line) < width / 2),
    )
      ? [label.words]
      : [],
  );

describe('numbers, widths and what stands beside a network', () => {
  const sizes = [1, 2, 4].flatMap((inputs) =>
    [1, 2, 3].flatMap((hidden) => [1, 3].map((outputs) => [inputs, hidden, outputs] as const)),
  );

  it.each([[['biases']], [['biases', 'targets']], [['loss']]] as const)(
    'keep clear of each other: %j',
    (shown) => {
      for (const [x, h, y] of sizes) {
        const block = `x[${x}] -> h[${h}] -> y[${y}]\nbias b^l_j`;
        const diagram = marked(block, shown);
        expect([...hits(diagram), ...overRims(diagram), ...onWideLines(diagram)], block).toEqual(
          [],
        );
      }
    },
  );

  it('are found where they are not', () => {
    const diagram = marked('x[2] -> h[2] -> y[2]', ['loss']);
    const wide = diagram.edges.map((edge) => ({ ...edge, width: 8 * edge.width }));
    expect(onWideLines({ ...diagram, edges: wide }).length).toBeGreaterThan(0);
    const small = diagram.units.map((unit) => ({ ...unit, radius: 12 }));
    expect(overRims({ ...diagram, units: small }).length).toBeGreaterThan(0);
  });
});

describe('edges that share a weight', () => {
  /** The ticks of each edge, behind its weight's name. */
  const ticksIn = (block: string): readonly string[] =>
    arrange(networkOf(block), plain)
      .edges.map(({ label, ticks = [] }) => `${label?.words} ${ticks.length}`)
      .sort();

  it('bear the same ticks, the second weight two', () => {
    const block = 'x_1 -> h : u\nx_2 -> h : v\nh -> y_1 : v\nh -> y_2 : u\nx_3 -> h : w';
    expect(ticksIn(block)).toEqual(['u 1', 'u 1', 'v 2', 'v 2', 'w 0']);
  });

  it('bear none where all share one, or where nobody could count them', () => {
    expect(ticksIn('x[2] -> y[2]\nweights w')).toEqual(['w 0', 'w 0', 'w 0', 'w 0']);
    const many = [...'abcde'].flatMap((letter) =>
      ['y_1', 'y_2'].map((output) => `${letter} -> ${output} : w_${letter}`),
    );
    expect(ticksIn(many.join('\n')).filter((text) => text.endsWith(' 0'))).toHaveLength(10);
  });
});
