import type { EdgeId } from '../network/network.ts';
import type { Box, Point } from './diagram.ts';
import { boundsOf, boxesMeet, grown, type Segment, segments } from './geometry.ts';
import { advantageIn, ease, type Obstacles } from './room.ts';
import type { Route } from './routes.ts';
import { search } from './search.ts';
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
  const lines = [...routes].map(([edge, route]) => ({ edge, route, bounds: boundsOf(route) }));
  const choices: (readonly Spot[])[] = [];
  for (const { edge, label } of labels) {
    const route = routes.get(edge) ?? [];
    const around = grown(boundsOf(route), own + label.box.width + label.box.height + ease);
    const others = lines.filter((line) => line.edge !== edge && boxesMeet(around, line.bounds));
    const foreign = others.flatMap((line) => segments(line.route));
    const found = spots(
      label,
      segments(route),
      advantageIn(around, segments(route), foreign, obstacles),
    );
    if (found.length === 0) return undefined;
    choices.push(found);
  }
  return search(choices)?.flatMap(({ centre }, place) => {
    const label = labels[place];
    return label === undefined ? [] : [{ ...label, centre }];
  });
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
function spots(
  label: Typeset,
  line: readonly Segment[],
  advantage: (box: Box) => number | undefined,
): Spot[] {
  const { from, to } = longest(line);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = lengthOf({ from, to });
  const normal = { x: dy / length, y: -dx / length };
  const { width, height } = label.box;
  const reach = own + (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2;
  const found: Spot[] = [];
  for (const share of places) {
    for (const side of [1, -1]) {
      const x = from.x + dx * share + side * normal.x * reach;
      const y = from.y + dy * share + side * normal.y * reach;
      const box = boxAt(label, { x, y });
      const room = advantage(box);
      if (room === undefined) continue;
      const cost = Math.round(1000 * (Math.abs(share - 0.5) + unease * (ease - room)));
      found.push({ centre: { x, y }, box, cost, side });
    }
  }
  const wanted = dy < 0 ? -1 : 1;
  const off = ({ side }: Spot): number => Math.abs(side - wanted);
  return found.sort((a, b) => a.cost - b.cost || off(a) - off(b));
}

const lengthOf = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);
const longest = (all: readonly Segment[]): Segment =>
  all.reduce((best, each) => (lengthOf(each) > lengthOf(best) ? each : best));
