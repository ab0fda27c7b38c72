import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import { boxesMeet, distanceToDisc, distanceToSegment, grown, type Segment } from './geometry.ts';

/** What a label must keep clear of, apart from the lines of edges. */
export interface Obstacles {
  readonly discs: readonly Point[];
  readonly outlines: readonly Ruled[];
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
 * what it should not, or where it is less than what is asked for. Only what is near the label's edge is looked at.
 *
 * @param around a box that holds every place that will be asked for, grown by `ease` at least
 */
export function advantageIn(
  around: Box,
  own: readonly Ruled[],
  others: readonly Ruled[],
  obstacles: Obstacles,
): (box: Box, least?: number) => number | undefined {
  const near = ({ left, right, top, bottom }: Ruled): boolean =>
    left < around.x + around.width &&
    around.x < right &&
    top < around.y + around.height &&
    around.y < bottom;
  const discs = obstacles.discs.filter((disc) => distanceToDisc(around, disc, radius) === 0);
  const boxes = obstacles.boxes.filter((box) => boxesMeet(around, box));
  const outlines = obstacles.outlines.filter(near);
  const lines = others.filter(near);
  return (box, least = lead) => {
    if (discs.some((disc) => distanceToDisc(box, disc, radius) < foreign)) return undefined;
    if (boxes.some((other) => boxesMeet(grown(box, foreign), other))) return undefined;
    if (nearest(box, outlines, fromOutline, fromOutline) < fromOutline) return undefined;
    const mine = nearest(box, own, Number.POSITIVE_INFINITY, 0);
    if (mine === 0) return undefined;
    const needed = Math.max(foreign, mine + lead, mine + least);
    const next = nearest(box, lines, mine + ease, needed);
    return next < needed ? undefined : next - mine;
  };
}

/**
 * A segment with its bounds and the line that it lies on: (x, y) is x · normal.x + y · normal.y − offset away from it.
 */
export interface Ruled {
  readonly segment: Segment;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly normal: Point;
  readonly offset: number;
}

export function ruled(segment: Segment): Ruled {
  const { from, to } = segment;
  const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), Number.MIN_VALUE);
  const normal = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  return {
    segment,
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
    normal,
    offset: from.x * normal.x + from.y * normal.y,
  };
}

/**
 * The least distance from a box to any of the lines, or `most` where all are farther; looked for until one is nearer
 * than `enough`. No segment is nearer than its bounds and its line, which are soon measured.
 */
function nearest(box: Box, lines: readonly Ruled[], most: number, enough: number): number {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  let least = most;
  for (const { segment, left, right, top, bottom, normal, offset } of lines) {
    if (box.x - right >= least || left - box.x - box.width >= least) continue;
    if (box.y - bottom >= least || top - box.y - box.height >= least) continue;
    const reach = (Math.abs(normal.x) * box.width + Math.abs(normal.y) * box.height) / 2;
    if (Math.abs(x * normal.x + y * normal.y - offset) - reach >= least) continue;
    least = Math.min(least, distanceToSegment(box, segment));
    if (least < enough) return least;
  }
  return least;
}
