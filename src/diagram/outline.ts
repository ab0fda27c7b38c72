import { certain } from '../certain.ts';
import type { EdgeId, UnitId } from '../network/network.ts';
import { type Column, radius } from './columns.ts';
import type { Point } from './diagram.ts';
import { segments } from './geometry.ts';
import type { Route } from './routes.ts';
import { unitsIn } from './shown.ts';
import type { Focus } from './view.ts';

/** A column's share in an outline. */
interface Band {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether dots stand in the middle between it and the band before. */
  readonly isBehindDots: boolean;
}
type Extent = Pick<Band, 'top' | 'bottom'>;

/** How an outline keeps its distance: from its units, sideways from the middle between two columns, and from a lane for the label there. */
export interface Distance {
  readonly padding: number;
  readonly shift: number;
  readonly beside: number;
}

/** Places of units and lines, from which an outline is made. */
export interface Scene {
  readonly columns: readonly Column[];
  readonly centres: ReadonlyMap<UnitId, Point>;
  readonly routes: ReadonlyMap<EdgeId, Route>;
}

/**
 * The outline around a part of the network, column by column. Neighbouring columns meet half-way between them, in one
 * step where their heights overlap and in two where they do not. An edge that passes a column takes the outline with
 * it, so that the line runs through no unit.
 */
export function hull(scene: Scene, focus: Focus, distance: Distance): readonly Point[] | undefined {
  const { padding, shift } = distance;
  const lines = [...focus.edges].flatMap((edge) => {
    const route = scene.routes.get(edge);
    return route === undefined ? [] : [route];
  });
  const bands = scene.columns.flatMap((column): readonly Band[] => {
    const extent = extentOf(column, scene.centres, focus.units, lines, distance);
    const reach = radius + padding;
    if (extent === undefined) return [];
    const isBehindDots = column.skipped > 0;
    return [{ left: column.x - reach, right: column.x + reach, ...extent, isBehindDots }];
  });
  const joined = bands.flatMap((band, index) => join(band, bands[index + 1], shift));
  if (joined.length === 0) return undefined;
  return simplified([...upper(joined), ...lower(joined)]);
}

/** From where to where an outline holds a column: its units in focus, and the lines in focus that pass it. */
function extentOf(
  column: Column,
  centres: ReadonlyMap<UnitId, Point>,
  units: ReadonlySet<UnitId>,
  lines: readonly Route[],
  { padding, beside }: Distance,
): Extent | undefined {
  const members = unitsIn(column);
  const shown = members.filter((unit) => centres.has(unit));
  const heights = (of: readonly UnitId[]) => of.map((unit) => certain(centres.get(unit)).y);
  const others = heights(shown.filter((unit) => !units.has(unit)));
  const inDots = column.layer.units.some((unit) => units.has(unit) && !members.includes(unit));
  const own = [
    ...heights(shown.filter((unit) => units.has(unit))),
    ...(inDots ? column.ellipses.map(({ y }) => y) : []),
  ];
  const [highest, lowest] = [Math.min(...own, ...others), Math.max(...own, ...others)];
  const reach = radius + padding;
  const parts = [
    ...own.map((y): Extent => ({ top: y - reach, bottom: y + reach })),
    ...lines
      .flatMap((line) => heightsAt(line, column.x))
      .map((y): Extent => {
        if (y < highest) return { top: y - beside - padding, bottom: y + padding / 2 };
        if (y > lowest) return { top: y - padding / 2, bottom: y + beside + padding };
        return { top: y - padding, bottom: y + padding };
      }),
  ];
  if (parts.length === 0) return undefined;
  const top = Math.min(...parts.map((part) => part.top));
  const bottom = Math.max(...parts.map((part) => part.bottom));
  const margin = radius + padding / 4;
  return { top: besides(top, others, margin, 1), bottom: besides(bottom, others, margin, -1) };
}

/** The height at which a line passes a column, or at which it goes aslant to its lane from there. */
function heightsAt(route: Route, x: number): readonly number[] {
  const pieces = segments(route);
  const [first, last] = [certain(pieces.at(0)), certain(pieces.at(-1))];
  const isAslant = pieces.length === 3;
  if (isAslant && Math.abs(first.from.x - x) <= radius) return [first.to.y];
  if (isAslant && Math.abs(last.to.x - x) <= radius) return [last.from.y];
  const piece = pieces.find(({ from, to }) => from.x + radius < x && x < to.x - radius);
  if (piece === undefined) return [];
  const { from, to } = piece;
  return [from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)];
}

/** A height that cuts no unit, moved inwards: what is not in focus has its centre outside. */
function besides(y: number, centres: readonly number[], margin: number, inwards: 1 | -1): number {
  const cut = centres.find((centre) => Math.abs(centre - y) < margin);
  return cut === undefined ? y : cut + inwards * margin;
}

/** A band, drawn out to meet the next one; with a joint between where the two do not overlap. */
function join(band: Band, next: Band | undefined, shift: number): readonly Band[] {
  if (next === undefined) return [band];
  const middle = next.isBehindDots ? band.right : (band.right + next.left) / 2;
  const overlap = Math.min(band.bottom, next.bottom) - Math.max(band.top, next.top);
  if (overlap > radius) {
    const step = middle + shift;
    return [
      { ...band, right: step },
      { ...next, left: step, right: step },
    ];
  }
  const half = 20 + shift;
  const joint = {
    ...next,
    left: Math.max(middle - half, band.right),
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
