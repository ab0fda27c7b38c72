import type { UnitId } from '../network/network.ts';
import { type Column, radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import type { Typeset } from './typeset.ts';

/** A column's share in an outline: from the top of its first unit to the bottom of its last. */
interface Band {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A rectilinear outline before its label is set: its corners in order, and where the label's gap goes. */
export interface Hull {
  readonly points: readonly Point[];
  readonly labelCentre: Point;
}

/**
 * The outline around some units, column by column. Neighbouring columns meet half-way between them, in one step where
 * their heights overlap and in two where they do not.
 *
 * @param padding the distance from the units, so that several outlines run side by side
 * @param labelAt on which side the label interrupts the line
 */
export function hull(
  columns: readonly Column[],
  centres: ReadonlyMap<UnitId, Point>,
  units: ReadonlySet<UnitId>,
  padding: number,
  label: Typeset,
  labelAt: 'top' | 'bottom',
): Hull | undefined {
  const bands = columns.flatMap((column) => {
    const heights = column.shown.filter((id) => units.has(id)).map((id) => centres.get(id)?.y ?? 0);
    if (heights.length === 0) return [];
    const reach = radius + padding;
    const [top, bottom] = [Math.min(...heights) - reach, Math.max(...heights) + reach];
    return [{ left: column.x - reach, right: column.x + reach, top, bottom }];
  });
  const joined = bands.flatMap((band, place) => join(band, bands[place + 1], padding));
  const [first] = joined;
  if (first === undefined) return undefined;
  const points = simplified([...upper(joined), ...lower(joined)]);
  return { points, labelCentre: middleOfLongest(joined, labelAt, label.box.width) };
}

/** A band, drawn out to meet the next one; with a joint between where the two do not overlap. */
function join(band: Band, next: Band | undefined, padding: number): readonly Band[] {
  if (next === undefined) return [band];
  // The wider the padding, the further on the step: two outlines never step on one line.
  const middle = (band.right + next.left) / 2 + padding / 2;
  const overlap = Math.min(band.bottom, next.bottom) - Math.max(band.top, next.top);
  if (overlap > radius)
    return [
      { ...band, right: middle },
      { ...next, left: middle, right: middle },
    ];
  const half = radius + padding;
  const joint = {
    left: middle - half,
    right: middle + half,
    top: Math.min(band.top, next.top),
    bottom: Math.max(band.bottom, next.bottom),
  };
  return [
    { ...band, right: joint.left },
    joint,
    { ...next, left: joint.right, right: joint.right },
  ];
}

const upper = (bands: readonly Band[]): Point[] =>
  bands.flatMap(({ left, right, top }) => [
    { x: left, y: top },
    { x: right, y: top },
  ]);
const lower = (bands: readonly Band[]): Point[] =>
  [...bands].reverse().flatMap(({ left, right, bottom }) => [
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]);

/** The corners alone: no point twice, none in the middle of a straight line. */
function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of [...points, ...points.slice(0, 1)]) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const straight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept.slice(0, -1);
}

/** The middle of the longest level stretch on one side; the leftmost of several. */
function middleOfLongest(bands: readonly Band[], side: 'top' | 'bottom', width: number): Point {
  const stretches: { left: number; right: number; y: number }[] = [];
  for (const band of bands) {
    const last = stretches.at(-1);
    if (last !== undefined && last.y === band[side] && last.right === band.left)
      last.right = band.right;
    else stretches.push({ left: band.left, right: band.right, y: band[side] });
  }
  const longest = stretches.reduce((best, each) =>
    each.right - each.left > best.right - best.left ? each : best,
  );
  const centre = (longest.left + longest.right) / 2;
  // Over a unit or an edge label the line is nearest to other ink; a third of the way along it is not.
  const x = Math.min(longest.right - width, Math.max(longest.left + width, centre));
  return { x, y: longest.y };
}

/** The part of the line that the label takes. */
export const gapAround = (box: Box): Box => ({ ...box, x: box.x - 5, width: box.width + 10 });
