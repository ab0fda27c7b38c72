import type { EdgeId } from '../network/network.ts';
import type { PlacedEdge } from './diagram.ts';
import type { View } from './view.ts';

/** Widths in pixels: of an edge that tells nothing by it, of a measure of 0, and of the largest. */
const usual = 1.5;
const least = 0.6;
const most = 5;

/** How wide a line is for a number, where `largest` is the largest size of all that are drawn. */
export const widthFor = (value: number, largest: number): number =>
  largest === 0
    ? least
    : Math.round(10 * (least + ((most - least) * Math.abs(value)) / largest)) / 10;

/** The largest size of what the edges' widths tell. */
export const largestOf = (values: readonly number[]): number =>
  Math.max(0, ...values.map(Math.abs));

/** An edge's width, and whether what it tells is negative. */
export function strokeOf(
  { widths }: View,
  edge: EdgeId,
  largest: number,
): Pick<PlacedEdge, 'width' | 'isNegative'> {
  const value = widths?.edges.get(edge);
  if (value === undefined) return { width: usual };
  return { width: widthFor(value, largest), isNegative: value < 0 };
}
