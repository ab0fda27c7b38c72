import type { Network } from '../network/network.ts';
import { type CaptionText, captions, counts, matrices } from './captions.ts';
import type { Box, Point } from './diagram.ts';
import { type Direction, turned } from './direction.ts';
import { type Layout, labelSize } from './layout.ts';
import type { Plan } from './plan.ts';
import { type Typeset, typeset } from './typeset.ts';
import type { View } from './view.ts';

/** A text that belongs to no part alone, and its middle. */
export interface PlacedText {
  readonly label: Typeset;
  readonly centre: Point;
}

/** How far the middle of a text above or below is from the lines of the figure, and from its labels; and how far its end is beside them. */
const rise = { lines: 28, labels: 21 } as const;
const beside = { lines: 16, labels: 10 } as const;

/** Boxes that hold the lines of a figure, and its labels. */
export interface Extent {
  readonly lines: Box;
  readonly labels: Box;
}

/** The captions of a figure, before it, and behind it how much of it is not drawn: above and below, or left and right. */
export function around(
  network: Network,
  view: View,
  plan: Plan,
  { columns }: Layout,
  direction: Direction,
  extent: Extent,
): readonly PlacedText[] {
  const isBare = plan.labelled !== 'all' && view.captions === undefined;
  const before = [
    ...captions(network, columns, view.captions),
    ...(isBare ? matrices(network, columns) : []),
  ];
  const place = direction === 'right' ? aboveOrBelow : leftOrRight;
  const set = (side: -1 | 1) => (text: CaptionText) => {
    const label = typeset(text.text, labelSize);
    return { label, centre: place(turned[direction]({ x: text.x, y: 0 }), label, side, extent) };
  };
  return [...before.map(set(-1)), ...counts(columns).map(set(1))];
}

type Place = (along: Point, label: Typeset, side: -1 | 1, extent: Extent) => Point;

const aboveOrBelow: Place = ({ x }, _, side, { lines, labels }) => {
  const far = side < 0 ? Math.min : Math.max;
  return {
    x,
    y: far(yEnd(lines, side) + side * rise.lines, yEnd(labels, side) + side * rise.labels),
  };
};

const leftOrRight: Place = ({ y }, { box }, side, { lines, labels }) => {
  const far = side < 0 ? Math.min : Math.max;
  const end = far(
    xEnd(lines, side) + side * beside.lines,
    xEnd(labels, side) + side * beside.labels,
  );
  return { x: end + (side * box.width) / 2, y };
};

const xEnd = ({ x, width }: Box, side: -1 | 1): number => (side < 0 ? x : x + width);
const yEnd = ({ y, height }: Box, side: -1 | 1): number => (side < 0 ? y : y + height);
