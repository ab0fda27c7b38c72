import type { EdgeId } from '../network/network.ts';
import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import {
  boundsOf,
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  grown,
  type Segment,
  segments,
} from './geometry.ts';
import type { Route } from './routes.ts';
import { boxAt, type Typeset } from './typeset.ts';

/** What a label must keep clear of. */
export interface Obstacles {
  readonly discs: readonly Point[];
  readonly lines: readonly Segment[];
  readonly boxes: readonly Box[];
}
/** The label of an edge, and its middle when it has a place. */
export interface EdgeLabel {
  readonly edge: EdgeId;
  readonly label: Typeset;
}
export interface PlacedLabel extends EdgeLabel {
  readonly centre: Point;
}

/** Distances in pixels: from a label to its own line, to other ink, and by how much its own line must be the nearest. */
const own = 4;
const foreign = 3;
const lead = 2;
/** By how much its own line is the nearest without a doubt; a pixel less is as bad as this share of the line off its middle. */
const ease = 14;
const unease = 0.02;
/** A search that takes longer than this is given up: the caller widens the gaps or labels less. */
const mostTries = 20_000;

/** Where along its edge a label may stand. */
const places = Array.from({ length: 41 }, (_, place) => 0.1 + place * 0.02);

/**
 * A place for every label, such that none touches a label, a unit, a foreign line or an outline, and each is nearer
 * to its own line than to any other. Nothing where there is no such set of places among those that are tried.
 */
export function placeLabels(
  labels: readonly EdgeLabel[],
  routes: ReadonlyMap<EdgeId, Route>,
  obstacles: Obstacles,
): readonly PlacedLabel[] | undefined {
  const lines = [...routes].flatMap(([edge, route]) =>
    segments(route).map((segment): Line => ({ edge, segment, bounds: boundsOf(endsOf(segment)) })),
  );
  const choices = labels.map((label) => ({ label, spots: spots(label, lines, obstacles) }));
  // The label with the fewest spots first; among equals, the order of the edges.
  const order = choices.sort(
    (a, b) => a.spots.length - b.spots.length || a.label.edge - b.label.edge,
  );
  const chosen = search(order.map((choice) => choice.spots));
  return chosen?.flatMap(({ centre }, place) => {
    const choice = order[place];
    return choice === undefined ? [] : [{ ...choice.label, centre }];
  });
}

interface Line {
  readonly edge: EdgeId;
  readonly segment: Segment;
  readonly bounds: Box;
}

/** A place that is clear of all but the other labels; the lower its cost, the better it reads. */
interface Spot {
  readonly centre: Point;
  readonly box: Box;
  /** In thousandths: what differs by less is equal. */
  readonly cost: number;
  readonly side: number;
}

/**
 * Both sides of the edge at each place, just clear of the line; the best spots first. Of equal ones, the upper side of
 * a falling edge and the lower side of a rising one: labels of two that cross stand over and under the crossing.
 */
function spots({ edge, label }: EdgeLabel, lines: readonly Line[], obstacles: Obstacles): Spot[] {
  const mine = lines.filter((line) => line.edge === edge);
  const others = lines.filter((line) => line.edge !== edge);
  const { from, to } = longest(mine.map((line) => line.segment));
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const normal = { x: dy / length, y: -dx / length };
  const { width, height } = label.box;
  const reach = own + (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2;
  const found = places.flatMap((share) =>
    [1, -1].flatMap((side): readonly Spot[] => {
      const x = from.x + dx * share + side * normal.x * reach;
      const y = from.y + dy * share + side * normal.y * reach;
      const box = boxAt(label, { x, y });
      const advantage = clearAdvantage(box, mine, others, obstacles);
      if (advantage === undefined) return [];
      const cost = Math.abs(share - 0.5) + unease * Math.max(0, ease - advantage);
      return [{ centre: { x, y }, box, cost: Math.round(cost * 1000), side }];
    }),
  );
  const wanted = dy < 0 ? -1 : 1;
  const off = ({ side }: Spot): number => Math.abs(side - wanted);
  return found.sort((a, b) => a.cost - b.cost || off(a) - off(b));
}

/** By how much a box is nearer to its own line than to any other, counted up to `ease`; nothing where it is not clear. */
function clearAdvantage(
  box: Box,
  mine: readonly Line[],
  others: readonly Line[],
  { discs, lines, boxes }: Obstacles,
): number | undefined {
  if (discs.some((centre) => distanceToDisc(box, centre, radius) < foreign)) return undefined;
  if (boxes.some((other) => boxesMeet(grown(box, foreign), other))) return undefined;
  if (lines.some((line) => distanceToSegment(box, line) < foreign)) return undefined;
  const nearest = Math.min(...mine.map((line) => distanceToSegment(box, line.segment)));
  if (nearest === 0) return undefined;
  const around = grown(box, nearest + ease);
  const distances = others
    .filter((line) => boxesMeet(around, line.bounds))
    .map((line) => distanceToSegment(box, line.segment));
  const next = Math.min(nearest + ease, ...distances);
  return next < Math.max(foreign, nearest + lead) ? undefined : next - nearest;
}

/** One spot each, no two of which touch: depth first; a choice that leaves a later label nothing is taken back. */
function search(choices: readonly (readonly Spot[])[]): readonly Spot[] | undefined {
  let tries = 0;
  const chosen: Spot[] = [];
  const go = (place: number): boolean => {
    const options = choices[place];
    if (options === undefined) return true;
    for (const spot of options) {
      if (++tries > mostTries) return false;
      if (chosen.some((other) => boxesMeet(grown(spot.box, foreign), other.box))) continue;
      chosen.push(spot);
      if (go(place + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return go(0) ? chosen : undefined;
}

const endsOf = ({ from, to }: Segment): readonly Point[] => [from, to];
const lengthOf = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);
const longest = (all: readonly Segment[]): Segment =>
  all.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best));
