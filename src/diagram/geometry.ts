import type { Box, Point } from './diagram.ts';

/** A straight piece of a line. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export const segments = (points: readonly Point[]): readonly Segment[] =>
  points.slice(1).map((to, place) => ({ from: points[place] ?? to, to }));

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** How far a box is from a segment; 0 where they meet. */
export function distanceToSegment(box: Box, segment: Segment): number {
  if (segmentMeets(box, segment)) return 0;
  const corners = cornersOf(box);
  const fromCorners = corners.map((corner) => pointToSegment(corner, segment));
  return Math.min(...fromCorners, pointToBox(segment.from, box), pointToBox(segment.to, box));
}

/** How far a box is from a disc; 0 where they meet. */
export const distanceToDisc = (box: Box, centre: Point, radius: number): number =>
  Math.max(0, pointToBox(centre, box) - radius);

export function pointToSegment(point: Point, { from, to }: Segment): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

function pointToBox(point: Point, box: Box): number {
  const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
  return Math.hypot(dx, dy);
}

export const cornersOf = ({ x, y, width, height }: Box): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

/** The least box that holds all points. */
export function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether a segment has a point in the box (Liang and Barsky 1984). */
function segmentMeets(box: Box, { from, to }: Segment): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const clips = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ] as const;
  for (const [speed, room] of clips) {
    if (speed === 0 && room < 0) return false;
    if (speed < 0) enter = Math.max(enter, room / speed);
    if (speed > 0) leave = Math.min(leave, room / speed);
  }
  return enter <= leave;
}
