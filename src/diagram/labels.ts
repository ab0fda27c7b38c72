import { certain } from '../certain.ts';
import type { EdgeId } from '../network/network.ts';
import type { Box, Point } from './diagram.ts';
import { boundsOf, boxesMeet, grown, type Segment, segments, unionOf } from './geometry.ts';
import { advantageIn, ease, type Obstacles, ruled } from './room.ts';
import type { Route } from './routes.ts';
import { searchFrom } from './search.ts';
import { boxAt, type Typeset } from './typeset.ts';

/** The label of an edge, and its middle when it has a place. */
export interface EdgeLabel {
  readonly edge: EdgeId;
  readonly label: Typeset;
}
export interface PlacedLabel extends EdgeLabel {
  readonly centre: Point;
}

/** From a label to its own line, in pixels. */
const own = 4;
/** A pixel less than `ease` is as bad as this share of the line off its middle. */
const unease = 0.02;

/** Where along its edge a label may stand, and the same from the middle on. */
const [firstPlace, lastPlace] = [0.1, 0.9];
const places = Array.from({ length: 41 }, (_, place) => firstPlace + place * 0.02);
const fromMiddle = places.map((_, place) => 20 + Math.ceil(place / 2) * (place % 2 === 0 ? 1 : -1));

/**
 * A place for every label, such that none touches a label, a unit, a foreign line or an outline, and each is nearer
 * to its own line than to any other. Nothing where there is no such set of places among those that are tried.
 */
export function placeLabels(
  labels: readonly EdgeLabel[],
  routes: ReadonlyMap<EdgeId, Route>,
  obstacles: Obstacles,
): readonly PlacedLabel[] | undefined {
  const lines = [...routes].map(([edge, route]) => ({
    edge,
    bounds: boundsOf(route),
    parts: segments(route).map(ruled),
  }));
  const lineOf = new Map(lines.map((line) => [line.edge, line]));
  const seats: Seats[] = [];
  const best: Spot[] = [];
  for (const { edge, label } of labels) {
    const { bounds, parts } = certain(lineOf.get(edge));
    const around = grown(bounds, own + label.box.width + label.box.height + ease);
    const others = lines.filter((line) => line.edge !== edge && boxesMeet(around, line.bounds));
    const foreign = others.flatMap((line) => line.parts);
    const line = longest(parts.map(({ segment }) => segment));
    const each = seatsAt(label, line, advantageIn(around, parts, foreign, obstacles));
    const first = bestOf(each);
    if (first === undefined) return undefined;
    seats.push(each);
    best.push(first);
  }
  const areas = seats.map(({ area }) => area);
  const chosen = searchFrom(best, areas, (label) => allOf(certain(seats[label])));
  return chosen?.map(({ centre }, place) => ({ ...certain(labels[place]), centre }));
}

/** A place that is clear of all but the other labels; the lower its cost, the better it reads. */
interface Spot {
  readonly centre: Point;
  readonly box: Box;
  /** In thousandths: what differs by less is equal. */
  readonly cost: number;
  readonly side: number;
}

/** A label beside its edge. */
interface Seats {
  readonly wanted: number;
  /** A box that holds every place beside the edge, free or not. */
  readonly area: Box;
  /** What stands at a share of the edge, on a side of it: nothing where that is not free, or costs more than `most`. */
  readonly at: (share: number, side: number, most: number) => Spot | undefined;
}

/**
 * Just clear of the line, on either side. Of equal spots, the upper side of a falling edge and the lower side of a
 * rising one: labels of two that cross stand over and under the crossing.
 */
function seatsAt(
  label: Typeset,
  { from, to }: Segment,
  advantage: (box: Box, least: number) => number | undefined,
): Seats {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = lengthOf({ from, to });
  const normal = { x: dy / length, y: -dx / length };
  const { width, height } = label.box;
  const reach = own + (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2;
  const middle = (share: number, side: number): Point => ({
    x: from.x + dx * share + side * normal.x * reach,
    y: from.y + dy * share + side * normal.y * reach,
  });
  const ends = [firstPlace, lastPlace].flatMap((share) =>
    [1, -1].map((side) => boxAt(label, middle(share, side))),
  );
  return {
    wanted: dy < 0 ? -1 : 1,
    area: grown(unionOf(ends), 1),
    at: (share, side, most) => {
      const centre = middle(share, side);
      const box = boxAt(label, centre);
      const off = Math.abs(share - 0.5);
      // Costs are whole: what is just above the most may still be rounded to it.
      const room = advantage(box, ease - ((most + 1) / 1000 - off) / unease);
      if (room === undefined) return undefined;
      const cost = Math.round(1000 * (off + unease * (ease - room)));
      return { centre, box, cost, side };
    },
  };
}

/** Every free spot, the best ones first. */
function allOf({ at, wanted }: Seats): readonly Spot[] {
  const found: Spot[] = [];
  for (const share of places) {
    for (const side of [1, -1]) {
      const spot = at(share, side, Number.POSITIVE_INFINITY);
      if (spot !== undefined) found.push(spot);
    }
  }
  const off = ({ side }: Spot): number => Math.abs(side - wanted);
  return found.sort((a, b) => a.cost - b.cost || off(a) - off(b));
}

/** The first of all, found from the middle on: what is farther from it than the best one's cost is not looked at. */
function bestOf({ at, wanted }: Seats): Spot | undefined {
  let best: Spot | undefined;
  let bestPlace = 0;
  for (const place of fromMiddle) {
    const share = certain(places[place]);
    const most = best?.cost ?? Number.POSITIVE_INFINITY;
    if (Math.round(1000 * Math.abs(share - 0.5)) > most) break;
    for (const side of [wanted, -wanted]) {
      const spot = at(share, side, best?.cost ?? most);
      if (spot === undefined) continue;
      const isBetter =
        best === undefined ||
        spot.cost < best.cost ||
        (spot.cost === best.cost && (side === best.side ? place < bestPlace : side === wanted));
      if (isBetter) [best, bestPlace] = [spot, place];
    }
  }
  return best;
}

const lengthOf = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);
const longest = (all: readonly Segment[]): Segment =>
  all.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best));
