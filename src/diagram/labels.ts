import type { EdgeId } from '../network/network.ts';
import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import {
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  grown,
  type Segment,
  segments,
} from './geometry.ts';
import type { Route } from './routes.ts';
import type { Typeset } from './typeset.ts';

/** What a label must keep clear of. */
export interface Obstacles {
  readonly discs: readonly Point[];
  readonly lines: readonly Segment[];
  readonly boxes: readonly Box[];
}
export interface LabelledEdge {
  readonly edge: EdgeId;
  readonly route: Route;
  readonly label: Typeset;
}

/** Distances in pixels: from a label to its own line, to other ink, and by how much its own line must be the nearest. */
const own = 4;
const foreign = 3;
const lead = 2;
/** A search that takes longer than this is given up: the caller widens the gaps or labels less. */
const mostTries = 20_000;

/** Where along its edge a label may stand, the middle first. */
const places = Array.from({ length: 41 }, (_, place) => 0.1 + place * 0.02).sort(
  (a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5) || a - b,
);

/**
 * A centre for every label, such that none touches a label, a unit, a foreign line or an outline, and each is nearer
 * to its own line than to any other. Nothing where there is no such set of places among those that are tried.
 */
export function placeLabels(
  edges: readonly LabelledEdge[],
  routes: ReadonlyMap<EdgeId, Route>,
  obstacles: Obstacles,
): ReadonlyMap<EdgeId, Point> | undefined {
  const lines = [...routes].map(([edge, route]) => ({ edge, segments: segments(route) }));
  const choices = edges.map(({ edge, route, label }) => {
    const others = lines.filter((line) => line.edge !== edge).flatMap((line) => line.segments);
    const fits = (box: Box): boolean => isClear(box, segments(route), others, obstacles);
    return {
      edge,
      candidates: candidates(route, label).filter((candidate) => fits(candidate.box)),
    };
  });
  if (choices.some((choice) => choice.candidates.length === 0)) return undefined;
  // The label with the fewest places first; among equals, the order of the edges.
  const order = [...choices].sort(
    (a, b) => a.candidates.length - b.candidates.length || a.edge - b.edge,
  );
  const chosen = search(order.map((choice) => choice.candidates));
  return (
    chosen &&
    new Map(order.map(({ edge }, place) => [edge, chosen[place]?.centre ?? { x: 0, y: 0 }]))
  );
}

interface Candidate {
  readonly centre: Point;
  readonly box: Box;
}

/** Both sides of the edge at each place, the upper side first, just clear of the line. */
function candidates(route: Route, label: Typeset): readonly Candidate[] {
  const stretch = longest(segments(route));
  const [dx, dy] = [stretch.to.x - stretch.from.x, stretch.to.y - stretch.from.y];
  const length = Math.hypot(dx, dy);
  const normal = { x: dy / length, y: -dx / length };
  const { width, height } = label.box;
  const reach = own + (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2;
  return places.flatMap((share) =>
    [1, -1].map((side) => {
      const x = stretch.from.x + dx * share + side * normal.x * reach;
      const y = stretch.from.y + dy * share + side * normal.y * reach;
      return { centre: { x, y }, box: { x: x - width / 2, y: y - height / 2, width, height } };
    }),
  );
}

function isClear(
  box: Box,
  mine: readonly Segment[],
  others: readonly Segment[],
  obstacles: Obstacles,
): boolean {
  const nearest = Math.min(...mine.map((segment) => distanceToSegment(box, segment)));
  return (
    nearest > 0 &&
    obstacles.discs.every((centre) => distanceToDisc(box, centre, radius) >= foreign) &&
    obstacles.lines.every((line) => distanceToSegment(box, line) >= foreign) &&
    obstacles.boxes.every((other) => !boxesMeet(grown(box, foreign), other)) &&
    others.every((segment) => distanceToSegment(box, segment) >= Math.max(foreign, nearest + lead))
  );
}

/** One candidate each, no two of which touch: depth first, a choice that leaves a later label nothing is taken back. */
function search(choices: readonly (readonly Candidate[])[]): readonly Candidate[] | undefined {
  let tries = 0;
  const chosen: Candidate[] = [];
  const go = (place: number): boolean => {
    const candidates = choices[place];
    if (candidates === undefined) return true;
    for (const candidate of candidates) {
      if (++tries > mostTries) return false;
      if (chosen.some((other) => boxesMeet(grown(candidate.box, foreign), other.box))) continue;
      chosen.push(candidate);
      if (go(place + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return go(0) ? chosen : undefined;
}

const longest = (all: readonly Segment[]): Segment =>
  all.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best));
const lengthOf = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);
