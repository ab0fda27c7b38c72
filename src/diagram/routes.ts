import type { Edge, UnitId } from '../network/network.ts';
import { radius, rowHeight } from './columns.ts';
import type { Point } from './diagram.ts';
import { pointToSegment } from './geometry.ts';

/** How far a line keeps from a unit that it does not belong to. */
const clearance = 8;

/** The line of an edge from rim to rim: straight, or around the units that would stand in its way. */
export type Route = readonly Point[];

/** The routes of all edges; those that go around take lanes of their own above the figure. */
export function routes(
  edges: readonly Edge[],
  centres: ReadonlyMap<UnitId, Point>,
): ReadonlyMap<number, Route> {
  const top = Math.min(...[...centres.values()].map((centre) => centre.y));
  const bottom = Math.max(...[...centres.values()].map((centre) => centre.y));
  let lanes = { above: 0, below: 0 };
  return new Map(
    edges.flatMap((edge) => {
      const [from, to] = [centres.get(edge.from), centres.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      const others = [...centres].filter(([unit]) => unit !== edge.from && unit !== edge.to);
      const blocked = others.some(
        ([, centre]) => pointToSegment(centre, { from, to }) < radius + clearance,
      );
      if (!blocked) return [[edge.id, straight(from, to)] as const];
      const above = from.y + to.y <= top + bottom;
      const lane = above ? lanes.above : lanes.below;
      lanes = above ? { ...lanes, above: lane + 1 } : { ...lanes, below: lane + 1 };
      const reach = radius + 30 + lane * 26;
      return [[edge.id, around(from, to, above ? top - reach : bottom + reach)] as const];
    }),
  );
}

function straight(from: Point, to: Point): Route {
  return [towards(from, to), towards(to, from)];
}

/** Up (or down) to a lane, along it, and back: the corners are rounded when it is drawn. */
function around(from: Point, to: Point, lane: number): Route {
  const out = Math.min(rowHeight / 2, (to.x - from.x) / 4);
  const [first, last] = [
    { x: from.x + out, y: lane },
    { x: to.x - out, y: lane },
  ];
  return [towards(from, first), first, last, towards(to, last)];
}

/** The point of a unit's rim on the way to another point. */
function towards(centre: Point, other: Point): Point {
  const length = Math.hypot(other.x - centre.x, other.y - centre.y);
  const share = length === 0 ? 0 : radius / length;
  return { x: centre.x + (other.x - centre.x) * share, y: centre.y + (other.y - centre.y) * share };
}
