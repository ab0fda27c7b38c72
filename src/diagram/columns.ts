import type { Layer, Network, UnitId } from '../network/network.ts';
import type { Point } from './diagram.ts';

/** Measures of the figure, in pixels. */
export const radius = 22;
export const rowHeight = 86;

/** A layer with more units than this shows the first three, dots, and the last. */
const mostShown = 7;

/** Where the units of one layer stand; a large layer has only some of them, and dots. */
export interface Column {
  readonly layer: Layer;
  readonly x: number;
  readonly shown: readonly UnitId[];
  readonly ellipsis?: Point;
}

/** Every layer in a column of its own, centred, with the given gaps between the rims of neighbours. */
export function columns(
  network: Network,
  gaps: readonly number[],
  row: number,
): { columns: readonly Column[]; centres: ReadonlyMap<UnitId, Point> } {
  const centres = new Map<UnitId, Point>();
  let x = 0;
  const made = network.layers.map((layer): Column => {
    x += layer.index === 0 ? 0 : 2 * radius + (gaps[layer.index - 1] ?? 0);
    const slots = slotsOf(layer);
    // Centred by its units: those of a plain figure stay level when others join them.
    const own = slots.length - (layer.units.length > 0 ? (layer.extras ?? []).length : 0);
    const top = (-(own - 1) / 2) * row;
    const at = (slot: number): Point => ({ x, y: top + slot * row });
    for (const [slot, unit] of slots.entries()) if (unit !== undefined) centres.set(unit, at(slot));
    const dots = slots.indexOf(undefined);
    return { layer, x, shown: shownUnits(layer), ...(dots >= 0 && { ellipsis: at(dots) }) };
  });
  return { columns: made, centres };
}

/** The units that a layer shows. */
export const shownUnits = (layer: Layer): readonly UnitId[] =>
  slotsOf(layer).filter((unit) => unit !== undefined);

/** The units of a column from the top; nothing in the slot where the dots stand. */
function slotsOf({ units, extras = [] }: Layer): readonly (UnitId | undefined)[] {
  const last = units.at(-1);
  return units.length <= mostShown || last === undefined
    ? [...units, ...extras]
    : [...units.slice(0, 3), undefined, last, ...extras];
}
