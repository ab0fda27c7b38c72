import { certain } from '../certain.ts';
import type { Edge, UnitId } from '../network/network.ts';
import type { ShownLayer } from './shown.ts';

type Slots = ShownLayer['slots'];

/** To and fro over the figure: further sweeps hardly ever better a figure that a reader can take in. */
const sweeps = 4;

/**
 * The same layers with fewer crossings where units stand in an order that means nothing: those that were given one by
 * one, under different names. All others stay as they are, and so do all where nothing is won. Each unit is moved to
 * the mean height of those that it is joined with in the layer before or behind (Sugiyama, Tagawa and Toda 1981).
 */
export function uncrossed(
  layers: readonly ShownLayer[],
  edges: readonly Edge[],
): readonly ShownLayer[] {
  const isFree = ({ layer, slots }: ShownLayer): boolean =>
    layer.name === undefined && layer.units.length === slots.length && slots.length > 1;
  if (!layers.some(isFree)) return layers;
  let order = layers.map(({ slots }) => slots);
  let best = { order, crossings: crossings(order, edges) };
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep++) {
    const step = sweep % 2 === 0 ? 1 : -1;
    order = swept(order, layers.map(isFree), edges, step);
    const found = crossings(order, edges);
    if (found < best.crossings) best = { order, crossings: found };
  }
  return layers.map((layer, place) => ({ ...layer, slots: certain(best.order[place]) }));
}

/** Every free layer in turn, forwards or backwards, in the order of its neighbours that are settled by then. */
function swept(
  order: readonly Slots[],
  isFree: readonly boolean[],
  edges: readonly Edge[],
  step: 1 | -1,
): Slots[] {
  const settled = [...order];
  for (const place of step > 0 ? settled.keys() : [...settled.keys()].reverse()) {
    const heights = heightsIn(settled[place - step] ?? []);
    const slots = certain(settled[place]);
    if (!isFree[place] || heights.size === 0) continue;
    const wanted = slots.map((unit, slot) => ({
      unit,
      height: mean(unit, edges, heights) ?? slot,
    }));
    settled[place] = wanted.sort((a, b) => a.height - b.height).map(({ unit }) => unit);
  }
  return settled;
}

/** Where units stand in a layer, counted from its middle. */
function heightsIn(slots: Slots): ReadonlyMap<UnitId, number> {
  const places = slots.map((unit, slot) => [unit, slot - (slots.length - 1) / 2] as const);
  return new Map(places.flatMap(([unit, height]) => (unit === undefined ? [] : [[unit, height]])));
}

function mean(
  unit: UnitId | undefined,
  edges: readonly Edge[],
  heights: ReadonlyMap<UnitId, number>,
): number | undefined {
  const joined = edges.flatMap(({ from, to }) => {
    const other = from === unit ? heights.get(to) : to === unit ? heights.get(from) : undefined;
    return other === undefined ? [] : [other];
  });
  if (joined.length === 0) return undefined;
  return joined.reduce((sum, height) => sum + height, 0) / joined.length;
}

/** How many pairs of edges between neighbouring layers cross. */
function crossings(order: readonly Slots[], edges: readonly Edge[]): number {
  return order.slice(1).reduce((sum, slots, place) => {
    const [before, behind] = [heightsIn(certain(order[place])), heightsIn(slots)];
    const ends = edges.flatMap(({ from, to }) => {
      const [tail, head] = [before.get(from), behind.get(to)];
      return tail === undefined || head === undefined ? [] : [[tail, head] as const];
    });
    const crossed = ends.map(
      ([tail, head]) => ends.filter(([other, end]) => other < tail && end > head).length,
    );
    return sum + crossed.reduce((total, count) => total + count, 0);
  }, 0);
}
