import { certain } from '../certain.ts';
import type { Edge, UnitId } from '../network/network.ts';
import { radius, rowHeight } from './columns.ts';
import type { Point } from './diagram.ts';
import { pointToSegment, type Segment } from './geometry.ts';
import { groupBy } from './group.ts';

/** How far a line keeps from a unit that it does not belong to. */
const clearance = 8;

/** The line of an edge from rim to rim: straight, or around the units that would stand in its way. */
export type Route = readonly Point[];

/** An edge between two places of the figure. */
interface Line extends Segment {
  readonly edge: Edge;
}

/**
 * The routes of all edges. Those that go around have lanes above the figure or below it, the shorter ones nearer to
 * it; edges that are nowhere above each other share a lane.
 *
 * @param pitch the distance from lane to lane
 */
export function routes(
  edges: readonly Edge[],
  centres: ReadonlyMap<UnitId, Point>,
  pitch: number,
): ReadonlyMap<number, Route> {
  const heights = [...centres.values()].map((centre) => centre.y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const lines = edges.map((edge): Line => {
    const from = certain(centres.get(edge.from));
    return { edge, from, to: certain(centres.get(edge.to)) };
  });
  const obstructed = new Set(lines.filter((line) => !isClear(line, line, centres)));
  const free = lines.filter((line) => !obstructed.has(line));
  const sides = groupBy([...obstructed], ({ from, to }) =>
    from.y + to.y <= top + bottom ? 'above' : 'below',
  );
  const around = [...sides].flatMap(([side, members]) =>
    inLanes(members).map(([line, place]) => {
      const reach = radius + 30 + place * pitch;
      const lane = side === 'above' ? top - reach : bottom + reach;
      // Legs beside one column stand apart as their lanes do; those from above never meet those from below.
      const beside = radius + clearance + 6 + 7 * (place % 6) + (side === 'above' ? 0 : 3.5);
      const leave = leg(line, line.from, lane, beside, centres);
      const arrive = leg(line, line.to, lane, -beside, centres);
      return [line.edge.id, [...leave, ...arrive.toReversed()]] as const;
    }),
  );
  return new Map([...free.map((line) => [line.edge.id, straight(line)] as const), ...around]);
}

/** Each line with the first lane, from the figure on, in which it has no other beside it; shorter lines choose first. */
function inLanes(lines: readonly Line[]): readonly (readonly [Line, number])[] {
  const span = ({ from, to }: Line): number => to.x - from.x;
  const placed: [Line, number][] = [];
  for (const line of [...lines].sort((a, b) => span(a) - span(b) || a.edge.id - b.edge.id)) {
    const beside = placed
      .filter(([other]) => other.from.x < line.to.x && line.from.x < other.to.x)
      .map(([, place]) => place);
    const free = Array.from({ length: placed.length + 1 }, (_, place) => place);
    placed.push([line, certain(free.find((place) => !beside.includes(place)))]);
  }
  return placed;
}

/**
 * From a unit's rim to its lane: aslant where no unit is in the way, else upright beside the column. The corners are
 * rounded when it is drawn.
 *
 * @param beside how far from the unit an upright leg stands; to the left where it is negative
 */
function leg(
  line: Line,
  unit: Point,
  lane: number,
  beside: number,
  centres: ReadonlyMap<UnitId, Point>,
): readonly Point[] {
  const out = Math.min(rowHeight / 2, (line.to.x - line.from.x) / 4);
  const corner = { x: unit.x + Math.sign(beside) * out, y: lane };
  if (isClear(line, { from: unit, to: corner }, centres)) return [towards(unit, corner), corner];
  const bend = { x: unit.x + beside, y: unit.y + Math.sign(lane - unit.y) * 1.5 * radius };
  return [towards(unit, bend), bend, { x: bend.x, y: lane }];
}

/** Whether a piece of a line keeps clear of all units but the line's own two. */
const isClear = (line: Line, piece: Segment, centres: ReadonlyMap<UnitId, Point>): boolean =>
  [...centres].every(
    ([unit, centre]) =>
      unit === line.edge.from ||
      unit === line.edge.to ||
      pointToSegment(centre, piece) >= radius + clearance,
  );

const straight = ({ from, to }: Line): Route => [towards(from, to), towards(to, from)];

/** The point of a unit's rim on the way to another point. */
function towards(centre: Point, other: Point): Point {
  const share = radius / Math.hypot(other.x - centre.x, other.y - centre.y);
  return { x: centre.x + (other.x - centre.x) * share, y: centre.y + (other.y - centre.y) * share };
}
