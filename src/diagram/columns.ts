import { certain } from '../certain.ts';
import type { UnitId } from '../network/network.ts';
import type { Point } from './diagram.ts';
import { type ShownLayer, unitsIn } from './shown.ts';

/** Measures of the figure, in pixels. */
export const radius = 22;
export const rowHeight = 86;

/** Where a layer stands: x runs from layer to layer, y along each of them, whichever way the figure is turned later. */
export interface Column extends ShownLayer {
  readonly x: number;
  /** Where dots stand for units that are not drawn. */
  readonly ellipses: readonly Point[];
}

/** How far each layer is from the first, with the given gaps between the rims of neighbours. */
export function placesOf(gaps: readonly number[]): readonly number[] {
  const places = [0];
  let x = 0;
  for (const gap of gaps) {
    x += 2 * radius + gap;
    places.push(x);
  }
  return places;
}

/** Every layer in a column of its own, centred, with the given gaps between the rims of neighbours. */
export function columns(
  layers: readonly ShownLayer[],
  gaps: readonly number[],
  row: number,
): { columns: readonly Column[]; centres: ReadonlyMap<UnitId, Point> } {
  const centres = new Map<UnitId, Point>();
  const xs = placesOf(gaps);
  const made = layers.map((shown, place): Column => {
    const x = certain(xs[place]);
    const { layer, slots } = shown;
    // Centred by its units: those of a plain figure stay level when others join them.
    const own = slots.length - (layer.units.length > 0 ? (layer.extras ?? []).length : 0);
    const top = (-(own - 1) / 2) * row;
    const places = slots.map((unit, slot) => ({ unit, at: { x, y: top + slot * row } }));
    for (const { unit, at } of places) if (unit !== undefined) centres.set(unit, at);
    const ellipses = places.filter(({ unit }) => unit === undefined).map(({ at }) => at);
    return { ...shown, x, ellipses };
  });
  return { columns: made, centres };
}

/** How many units of a layer have no place of their own. */
export const hiddenUnits = (shown: ShownLayer): number => {
  const { units, extras = [] } = shown.layer;
  return units.length + extras.length - unitsIn(shown).length;
};
