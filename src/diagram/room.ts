import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import {
  boundsOf,
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  grown,
  type Segment,
} from './geometry.ts';

/** What a label must keep clear of, apart from the lines of edges. */
export interface Obstacles {
  readonly discs: readonly Point[];
  readonly outlines: readonly Segment[];
  readonly boxes: readonly Box[];
}

/** Distances in pixels: from a label to other ink, to a dashed line, and by how much its own line must be the nearest. */
export const foreign = 3;
const fromOutline = 6;
const lead = 2;
/** By how much its own line is the nearest without a doubt. */
export const ease = 14;

/**
 * Tells by how much a box is nearer to its own line than to any other, counted up to `ease`; nothing where it touches
 * what it should not. Only what is near the label's edge is looked at.
 *
 * @param around a box that holds every place that will be asked for, grown by `ease` at least
 */
export function advantageIn(
  around: Box,
  own: readonly Segment[],
  others: readonly Segment[],
  obstacles: Obstacles,
): (box: Box) => number | undefined {
  const near = (segment: Segment): boolean =>
    boxesMeet(around, boundsOf([segment.from, segment.to]));
  const discs = obstacles.discs.filter((disc) => distanceToDisc(around, disc, radius) === 0);
  const boxes = obstacles.boxes.filter((box) => boxesMeet(around, box));
  const outlines = obstacles.outlines.filter(near);
  const lines = others.filter(near);
  return (box) => {
    if (discs.some((disc) => distanceToDisc(box, disc, radius) < foreign)) return undefined;
    if (boxes.some((other) => boxesMeet(grown(box, foreign), other))) return undefined;
    if (outlines.some((line) => distanceToSegment(box, line) < fromOutline)) return undefined;
    const mine = nearest(box, own, Number.POSITIVE_INFINITY, 0);
    if (mine === 0) return undefined;
    const needed = Math.max(foreign, mine + lead);
    const next = nearest(box, lines, mine + ease, needed);
    return next < needed ? undefined : next - mine;
  };
}

/** The least distance from a box to any of the lines, or `most` where all are farther; looked for until one is nearer than `enough`. */
function nearest(box: Box, lines: readonly Segment[], most: number, enough: number): number {
  let least = most;
  for (const line of lines) {
    least = Math.min(least, distanceToSegment(box, line));
    if (least < enough) return least;
  }
  return least;
}
