import type { Box, Key, Point } from './diagram.ts';
import { labelSize } from './layout.ts';
import { largestOf, widthFor } from './stroke.ts';
import { numberText } from './texts.ts';
import { type Typeset, typeset } from './typeset.ts';
import type { LabelText, View } from './view.ts';

/** A key of the legend before the figure has a frame. */
interface SetKey {
  readonly label: Typeset;
  readonly centre: Point;
  readonly line?: NonNullable<Key['line']>;
}
interface Entry {
  readonly text: LabelText;
  readonly stroke?: NonNullable<Key['line']>['stroke'];
}

const lineLength = 34;
const besideLine = 8;
const between = 26;
const drop = 34;
const rowHeight = 28;

/** What colours, widths and numbers mean, in rows beneath a drawing and no wider than it where that can be. */
export function legend(view: View, widths: readonly number[], drawing: Box): readonly SetKey[] {
  const entries = [...focusEntries(view), ...widthEntries(view, widths), ...numberEntries(view)];
  const keys = entries.map(({ text, stroke }) => {
    const label = typeset(text, labelSize);
    const before = stroke === undefined ? 0 : lineLength + besideLine;
    return { label, stroke, before, width: before + label.box.width };
  });
  const middle = drawing.x + drawing.width / 2;
  return inRows(keys, drawing.width).flatMap((row, place) => {
    const width = widthOf(row);
    const y = drawing.y + drawing.height + drop + place * rowHeight;
    let x = Math.max(drawing.x, middle - width / 2);
    return row.map(({ label, stroke, before, width: own }): SetKey => {
      const [left, centre] = [x, { x: x + before + label.box.width / 2, y }];
      x += own + between;
      if (stroke === undefined) return { label, centre };
      return {
        label,
        centre,
        line: { from: { x: left, y }, to: { x: left + lineLength, y }, stroke },
      };
    });
  });
}

const widthOf = (row: readonly { readonly width: number }[]): number =>
  row.reduce((sum, { width }) => sum + width + between, -between);

function inRows<Sized extends { readonly width: number }>(
  keys: readonly Sized[],
  most: number,
): readonly (readonly Sized[])[] {
  const rows: Sized[][] = [];
  for (const key of keys) {
    const last = rows.at(-1);
    if (last !== undefined && widthOf([...last, key]) <= most) last.push(key);
    else rows.push([key]);
  }
  return rows;
}

/** Which colour and dash is which focus, where no outline says it. */
function focusEntries({ focus, outline, widths }: View): readonly Entry[] {
  if (outline || focus.length < 2 || widths !== undefined) return [];
  return focus.map(({ label }, place) => ({
    text: label,
    stroke: { kind: 'focus', focus: place },
  }));
}

/** The widest line of either sign: widths grow evenly from 0. */
function widthEntries({ widths }: View, values: readonly number[]): readonly Entry[] {
  if (widths === undefined) return [];
  const largest = largestOf(values);
  const ends = [Math.max(0, ...values), Math.min(0, ...values)].filter((value) => value !== 0);
  return ends.map((value) => ({
    text: [...widths.measure.symbol, { kind: 'text', text: ' = ' }, ...numberText(value)],
    stroke: { kind: 'measure', width: widthFor(value, largest), isNegative: value < 0 },
  }));
}

/** What numbers beside edges are, where they are not simply the weights. */
function numberEntries({ numbers }: View): readonly Entry[] {
  if (numbers?.measure?.of !== 'gradients') return [];
  return [{ text: [{ kind: 'text', text: 'beside the edges ' }, ...numbers.measure.symbol] }];
}
