import { certain } from '../certain.ts';
import { radius } from './columns.ts';
import type { Box, Point } from './diagram.ts';
import {
  boundsOf,
  boxesMeet,
  distanceToDisc,
  distanceToSegment,
  grown,
  type Segment,
} from './geometry.ts';
import { type Hull, sides } from './side-by-side.ts';
import { type Stretch, stretches } from './stretches.ts';
import { boxAt, type Typeset } from './typeset.ts';

/** How much of the line the label takes beside its ink, how near a corner it may come, and how near other ink. */
const besideInk = 5;
const corner = 8;
const apart = 3;
const step = 4;
/** From the left end of a long piece to its label. */
const usual = 70;
/** An outline that comes as near to the figure's edge can bear its label beyond it. */
const nearFrame = 60;

/** The part of the line that a label takes. */
export const gapAround = (box: Box): Box => ({
  ...box,
  x: box.x - besideInk,
  width: box.width + 2 * besideInk,
});

export interface LabelledHull extends Hull {
  readonly label: Typeset;
}
export interface PlacedHull extends LabelledHull {
  /** The middle of the label. */
  readonly centre: Point;
}

/**
 * A place for every outline's label, clear of units, edges, other outlines and their labels: on a level piece of its
 * line, or, where edges leave no room there, beside the figure. Outlines take turns in bearing theirs at the top and
 * at the bottom.
 */
export function placeOutlineLabels(
  outlines: readonly LabelledHull[],
  discs: readonly Point[],
  edges: readonly Segment[],
): readonly PlacedHull[] {
  const placed: PlacedHull[] = [];
  const frame = boundsOf([
    ...outlines.flatMap(({ points }) => points),
    ...edges.flatMap(({ from, to }) => [from, to]),
  ]);
  // Units where no edge begins at their top reach beyond it.
  const top = Math.min(frame.y, ...discs.map(({ y }) => y - radius));
  for (const [place, outline] of outlines.entries()) {
    const { points, label } = outline;
    const others = outlines.filter((other) => other !== outline);
    const lines = [...edges, ...others.flatMap((other) => sides(other))];
    const boxes = placed.map((other) => boxAt(other.label, other.centre));
    const isClear = (centre: Point): boolean => {
      const gap = gapAround(boxAt(label, centre));
      return (
        discs.every((disc) => distanceToDisc(gap, disc, radius) >= apart) &&
        lines.every((line) => distanceToSegment(gap, line) >= apart) &&
        boxes.every((box) => !boxesMeet(grown(gap, apart), box))
      );
    };
    const turn = place % 2 === 0 ? 'top' : 'bottom';
    // There is always room above the figure.
    const centre = certain(
      first(onTheLine(stretches(points), label, turn), isClear) ??
        first(besideTheFigure(points, label, frame, top, outlines.length), isClear),
    );
    placed.push({ ...outline, centre });
  }
  return placed;
}

/** The wanted side first, there the longest piece, there near its left end. */
function* onTheLine(
  level: readonly Stretch[],
  label: Typeset,
  side: Stretch['side'],
): Generator<Point> {
  const rank = (stretch: Stretch): number => (stretch.side === side ? 0 : 1);
  const length = ({ left, right }: Stretch): number => right - left;
  const room = label.box.width / 2 + besideInk + corner;
  const sorted = [...level].sort((a, b) => rank(a) - rank(b) || length(b) - length(a));
  for (const { left, right, y } of sorted) {
    const wanted = Math.min((left + right) / 2, left + usual);
    for (const x of between(left + room, right - room, wanted)) yield { x, y };
  }
}

/** The first place that will do: those behind it are not even reckoned. */
function first(places: Iterable<Point>, isClear: (place: Point) => boolean): Point | undefined {
  for (const place of places) if (isClear(place)) return place;
  return undefined;
}

/**
 * Left or right of the figure where the outline reaches so far, else of the outline itself, else above the figure, one
 * label over the other.
 */
function besideTheFigure(
  points: readonly Point[],
  label: Typeset,
  frame: Box,
  top: number,
  labels: number,
): readonly Point[] {
  const { x: left, width } = boundsOf(points);
  const outside = (side: number, x: number): readonly Point[] => {
    const ys = points.filter((point) => point.x === side).map((point) => point.y);
    const [first, last] = [Math.min(...ys), Math.max(...ys)];
    return between(first, last, (first + last) / 2).map((y) => ({ x, y }));
  };
  const away = label.box.width / 2 + besideInk + 2 * apart;
  const [right, end] = [left + width, frame.x + frame.width];
  const tall = label.box.height + 2 * apart;
  const above = Array.from({ length: 2 * labels }, (_, place) => top - tall * (place + 1));
  return [
    ...(left - frame.x < nearFrame ? outside(left, frame.x - away) : []),
    ...(end - right < nearFrame ? outside(right, end + away) : []),
    ...outside(right, right + away),
    ...outside(left, left - away),
    ...above.map((y) => ({ x: left + width / 2, y })),
  ];
}

/** Places from one to another, the nearest to a wanted one first. */
function between(first: number, last: number, wanted: number): readonly number[] {
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, place) => first + place * step).sort(
    (a, b) => Math.abs(a - wanted) - Math.abs(b - wanted),
  );
}
