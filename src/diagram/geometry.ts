import { certain } from '../certain.ts';
import type { Box, Point } from './diagram.ts';

/** A straight piece of a line. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export const segments = (points: readonly Point[]): readonly Segment[] =>
  points.slice(1).map((to, place) => ({ from: certain(points[place]), to }));

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** How far a box is from a segment; 0 where they meet. Figures ask for it many thousand times: no lists, and one root. */
export function distanceToSegment(box: Box, segment: Segment): number {
  if (segmentMeets(box, segment)) return 0;
  const { x, y, width, height } = box;
  const { from, to } = segment;
  const nearest = Math.min(
    squareToSegment(x, y, from, to),
    squareToSegment(x + width, y, from, to),
    squareToSegment(x, y + height, from, to),
    squareToSegment(x + width, y + height, from, to),
    squareToBox(from, box),
    squareToBox(to, box),
  );
  return Math.sqrt(nearest);
}

/** How far a box is from a disc; 0 where they meet. */
export const distanceToDisc = (box: Box, centre: Point, radius: number): number =>
  Math.max(0, Math.sqrt(squareToBox(centre, box)) - radius);

export const pointToSegment = ({ x, y }: Point, { from, to }: Segment): number =>
  Math.sqrt(squareToSegment(x, y, from, to));

function squareToSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  // A segment may be a point.
  const along = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(length, Number.MIN_VALUE);
  const t = Math.min(1, Math.max(0, along));
  const offX = x - from.x - t * dx;
  const offY = y - from.y - t * dy;
  return offX * offX + offY * offY;
}

function squareToBox({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return dx * dx + dy * dy;
}

export const cornersOf = ({ x, y, width, height }: Box): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

/** The least box that holds all points. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The least box that holds all boxes. */
export function unionOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether a segment has a point in the box: no axis, and not the segment's own line, has the two on different sides. */
function segmentMeets(box: Box, { from, to }: Segment): boolean {
  const left = box.x;
  const right = left + box.width;
  const top = box.y;
  const bottom = top + box.height;
  if (from.x < left && to.x < left) return false;
  if (from.x > right && to.x > right) return false;
  if (from.y < top && to.y < top) return false;
  if (from.y > bottom && to.y > bottom) return false;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const side = (x: number, y: number): number => dx * (y - from.y) - dy * (x - from.x);
  const a = side(left, top);
  const b = side(right, top);
  const c = side(left, bottom);
  const d = side(right, bottom);
  return Math.min(a, b, c, d) <= 0 && Math.max(a, b, c, d) >= 0;
}
