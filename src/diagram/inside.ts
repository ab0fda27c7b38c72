import type { Network, UnitId } from '../network/network.ts';
import { radius } from './columns.ts';
import type { Drawing, PlacedUnit, Point } from './diagram.ts';
import { boundsOf } from './geometry.ts';
import { numberText, unitText } from './texts.ts';
import { centredAt, type Typeset, typeset } from './typeset.ts';
import type { Curve, LabelText, View } from './view.ts';

/** Font sizes of a unit's name, alone and with something beneath it, and how far the two stand from the middle. */
const alone = 20;
const above = { size: 17, rise: 6.5 };
const numberSize = { size: 13, drop: 8 };
const curveSize = { width: 19, height: 9, drop: 10.5 };
/** A name that is too long at this size runs over the rim. */
const smallest = 8;
/** How far ink keeps from the rim. */
const margin = 2;

/** What stands inside a unit: its name, and beneath it what the view wants to be seen there. */
export function inside(
  network: Network,
  view: View,
  unit: UnitId,
  centre: Point,
): Pick<PlacedUnit, 'label' | 'number' | 'curve'> {
  const name = unitText(network, view, unit);
  const curve = view.activations?.get(unit);
  const number = view.numbers?.units?.get(unit);
  const { x, y } = centre;
  if (number === undefined && curve === undefined)
    return { label: centredAt(fitting(name, alone, 0), centre) };
  const label = centredAt(fitting(name, above.size, -above.rise), { x, y: y - above.rise });
  if (number !== undefined) {
    const { size, drop } = numberSize;
    const set = fitting(numberText(number), size, drop);
    return { label, number: centredAt(set, { x, y: y + drop }) };
  }
  return { label, ...(curve && { curve: drawing(curve, { x, y: y + curveSize.drop }) }) };
}

/** The text at a size at which it stays within its unit, the given one if it can be. */
function fitting(text: LabelText, wanted: number, y: number): Typeset {
  const fits = ({ box: { width, height } }: Typeset, share: number): boolean =>
    Math.hypot((share * width) / 2, Math.abs(y) + (share * height) / 2) <= radius - margin;
  const set = typeset(text, wanted);
  if (fits(set, 1)) return set;
  // What is set grows with its size: how large it may be can be told before it is set again.
  let size = wanted - 1;
  while (size > smallest && !fits(set, size / wanted)) size -= 1;
  return typeset(text, size);
}

function drawing(curve: Curve, { x, y }: Point): Drawing {
  const { width, height } = curveSize;
  const lines = curve.map((line) =>
    line.map((point) => ({
      x: x + (point.x - 0.5) * width,
      y: y + (0.5 - point.y) * height,
    })),
  );
  return { lines, box: boundsOf(lines.flat()) };
}
