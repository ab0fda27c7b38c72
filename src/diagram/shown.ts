import { certain } from '../certain.ts';
import type { Layer, Network, UnitId } from '../network/network.ts';
import type { View } from './view.ts';

/** A layer with more units than this shows the first ones, dots, and the last; a deeper network its first layers and its last. */
const mostUnits = 7;
const mostLayers = 12;
const layersAtEnd = 3;

/** How many edges a network with as many layers and units has, if each leads to the next layer: few figures draw more. */
export const mostDrawn = (mostLayers - 1) * mostUnits ** 2;

/** What a figure shows of a layer: units from the top, and nothing in the slots where dots stand for several. */
export interface ShownLayer {
  readonly layer: Layer;
  readonly slots: readonly (UnitId | undefined)[];
  /** How many layers before this one are left out. */
  readonly skipped: number;
}

/**
 * The layers that a figure shows. Large ones are cut short, and so are deep networks; what is in focus stays. Where
 * only a part is drawn, the layers before and behind it are no matter.
 */
export function shownLayers(network: Network, view: View): readonly ShownLayer[] {
  const { layers } = network;
  const wanted = wantedLayers(network, view);
  const isDrawn = ({ units, extras = [] }: Layer): boolean =>
    [...units, ...extras].some((unit) => view.only?.units.has(unit) ?? true);
  const [first, last] = [layers.findIndex(isDrawn), layers.findLastIndex(isDrawn)];
  const kept = layers
    .slice(first, last + 1)
    .filter(
      ({ index }) =>
        last - first < mostLayers ||
        index < first + layersAtEnd ||
        index > last - layersAtEnd ||
        wanted.has(index),
    );
  return kept.map((layer, place) => ({
    layer,
    slots: slotsOf(layer, wantedUnits(layer, view)),
    skipped: place === 0 ? 0 : layer.index - certain(kept[place - 1]).index - 1,
  }));
}

/** The units that a layer shows. */
export const unitsIn = ({ slots }: ShownLayer): readonly UnitId[] =>
  slots.filter((unit) => unit !== undefined);

/** The parts of the network that a view is about. */
const parts = (view: View) => [...view.focus, ...(view.only ? [view.only] : [])];

/** A part of which a layer has one unit or two is to be seen there. */
function wantedUnits({ units }: Layer, view: View): ReadonlySet<UnitId> {
  const inLayer = parts(view).map((part) => units.filter((unit) => part.units.has(unit)));
  return new Set(inLayer.filter((members) => members.length <= 2).flat());
}

/** The layers where a part begins. */
function wantedLayers({ layers }: Network, view: View): ReadonlySet<number> {
  const starts = parts(view).map((part) =>
    layers.findIndex(({ units }) => units.some((unit) => part.units.has(unit))),
  );
  return new Set(starts.flatMap((start) => [start, start + 1]));
}

function slotsOf({ units, extras = [] }: Layer, wanted: ReadonlySet<UnitId>): ShownLayer['slots'] {
  if (units.length <= mostUnits) return [...units, ...extras];
  const isFar = (place: number): boolean => place > 2 && place < units.length - 1;
  const head = units.some((unit, place) => isFar(place) && wanted.has(unit)) ? 2 : 3;
  const kept = units.flatMap((unit, place) =>
    place < head || place === units.length - 1 || wanted.has(unit) ? [place] : [],
  );
  const slots = kept.flatMap((place, index) => {
    const missing = index === 0 ? 0 : place - certain(kept[index - 1]) - 1;
    // Dots for a single unit would take its place.
    return [...(missing === 0 ? [] : [missing === 1 ? units[place - 1] : undefined]), units[place]];
  });
  return [...slots, ...extras];
}
