import type { Box } from '../../src/diagram/diagram.ts';
import {
  boxesMeet,
  cornersOf,
  distanceToDisc,
  distanceToSegment,
  segments,
} from '../../src/diagram/geometry.ts';
import type { Rendered, Text } from './measure.ts';

/** Ink that a text can be too near to. */
interface Thing {
  readonly says: string;
  readonly distance: (box: Box) => number;
  readonly edge?: number;
  readonly unit?: number;
}

/** Half the width of a stroke: lines are measured along their middle. Arrowheads have none. */
const stroke = 0.75;

/** Everything that touches what it should not in a figure as a browser has rendered it, in words. */
export function renderedHits(rendered: Rendered): readonly string[] {
  const { texts, curves, frame } = rendered;
  const things = thingsOf(rendered);
  const isWhole = texts.length > 0 && rendered.units.length > 0 && rendered.edges.length > 0;
  if (!isWhole) throw new Error('the figure has no texts, no units or no edges');
  return texts.flatMap((text, place) => [
    ...texts
      .slice(place + 1)
      .filter(({ box }) => boxesMeet(text.box, box))
      .map((other) => `${say(text)} on ${say(other)}`),
    ...curves.filter((box) => boxesMeet(text.box, box)).map(() => `${say(text)} on a curve`),
    ...things
      .filter((thing) => text.unit === undefined || text.unit !== thing.unit)
      .filter(({ distance }) => distance(text.box) <= 0)
      .map(({ says }) => `${say(text)} on ${says}`),
    ...adrift(text, things),
    ...(holds(frame, text.box) ? [] : [`${say(text)} cut off`]),
  ]);
}

const say = ({ edge, unit }: Text): string =>
  edge !== undefined ? `weight of ${edge}` : unit !== undefined ? `name of ${unit}` : 'caption';

/** A weight's name is adrift where its own edge is not the nearest. */
function adrift({ box, edge }: Text, things: readonly Thing[]): readonly string[] {
  if (edge === undefined) return [];
  const lines = things.filter((thing) => thing.edge !== undefined);
  const own = lines.find((line) => line.edge === edge)?.distance(box) ?? 0;
  return lines
    .filter((line) => line.edge !== edge && line.distance(box) <= own)
    .map((line) => `weight of ${edge} adrift to ${line.says}`);
}

function thingsOf({ units, edges, heads, outlines }: Rendered): readonly Thing[] {
  const near = (points: Rendered['heads'][number], reach: number) => {
    const pieces = segments(points);
    return (box: Box): number =>
      Math.min(...pieces.map((piece) => distanceToSegment(box, piece))) - reach;
  };
  return [
    ...units.map(({ unit, box: { x, y, width, height } }) => ({
      says: `unit ${unit}`,
      unit,
      distance: (box: Box) =>
        distanceToDisc(box, { x: x + width / 2, y: y + height / 2 }, width / 2 + stroke),
    })),
    ...edges.map(({ edge, line }) => ({
      says: `edge ${edge}`,
      edge,
      distance: near(line, stroke),
    })),
    ...heads.map((head) => ({ says: 'an arrowhead', distance: near(head, 0) })),
    ...outlines.map((line, place) => ({ says: `outline ${place}`, distance: near(line, stroke) })),
  ];
}

const holds = (frame: Box, box: Box): boolean =>
  cornersOf(box).every(({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height);
