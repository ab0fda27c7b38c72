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

/** How far a box is from a segment; 0 where they meet. Written without lists: figures ask for it many thousand times. */
export function distanceToSegment(box: Box, segment: Segment): number {
  if (segmentMeets(box, segment)) return 0;
  const { x, y, width, height } = box;
  const { from, to } = segment;
  return Math.min(
    toSegment(x, y, from, to),
    toSegment(x + width, y, from, to),
    toSegment(x, y + height, from, to),
    toSegment(x + width, y + height, from, to),
    pointToBox(from, box),
    pointToBox(to, box),
  );
}

/** How far a box is from a disc; 0 where they meet. */
export const distanceToDisc = (box: Box, centre: Point, radius: number): number =>
  Math.max(0, pointToBox(centre, box) - radius);

export const pointToSegment = ({ x, y }: Point, { from, to }: Segment): number =>
  toSegment(x, y, from, to);

function toSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return hypotenuse(x - from.x - t * dx, y - from.y - t * dy);
}

function pointToBox(point: Point, box: Box): number {
  const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
  return hypotenuse(dx, dy);
}

/** `Math.hypot` guards against numbers that no figure has, and takes its time. */
const hypotenuse = (a: number, b: number): number => Math.sqrt(a * a + b * b);

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

/** Whether a segment has a point in the box: no axis, and not the segment's own line, has the two on different sides. */
function segmentMeets(box: Box, { from, to }: Segment): boolean {
  const [left, right, top, bottom] = [box.x, box.x + box.width, box.y, box.y + box.height];
  if (from.x < left && to.x < left) return false;
  if (from.x > right && to.x > right) return false;
  if (from.y < top && to.y < top) return false;
  if (from.y > bottom && to.y > bottom) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const side = (x: number, y: number): number => dx * (y - from.y) - dy * (x - from.x);
  const [a, b] = [side(left, top), side(right, top)];
  const [c, d] = [side(left, bottom), side(right, bottom)];
  return Math.min(a, b, c, d) <= 0 && Math.max(a, b, c, d) >= 0;
}
