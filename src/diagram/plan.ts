import type { Edge, Network } from '../network/network.ts';
import { shownUnits } from './columns.ts';
import { groupBy } from './group.ts';
import { isSubject } from './standing.ts';
import { hasWeight } from './texts.ts';
import type { View } from './view.ts';

/** Which edges bear their weight's name, and how far apart things are. */
export interface Plan {
  readonly labelled: 'all' | 'focus' | 'none';
  readonly scale: number;
  readonly rows: number;
}

/** Tried in turn: more room first, then fewer labels. */
export const plans: readonly Plan[] = [
  { labelled: 'all', scale: 1, rows: 1 },
  { labelled: 'all', scale: 1.15, rows: 1.1 },
  { labelled: 'all', scale: 1.3, rows: 1.25 },
  { labelled: 'all', scale: 1.5, rows: 1.4 },
  { labelled: 'focus', scale: 1, rows: 1 },
  { labelled: 'focus', scale: 1.5, rows: 1.2 },
  { labelled: 'none', scale: 1, rows: 1 },
];

/** With more edges than this between two layers no label is legible any more. */
const mostLabelled = 20;

/** The room between neighbouring layers, by the larger of the two: more units, more lines to keep apart. */
export function gaps(network: Network, { labelled, scale }: Plan): readonly number[] {
  const room = labelled === 'none' ? [0, 100, 118, 130] : [0, 100, 118, 215, 300];
  return network.layers.slice(1).map((layer, place) => {
    const before = network.layers[place];
    if (layer.units.length === 0) return room[1] ?? 0;
    const fan = Math.max(
      shownUnits({ ...layer, extras: [] }).length,
      before === undefined ? 0 : shownUnits(before).length,
    );
    return (room[fan] ?? (labelled === 'none' ? 150 : 220)) * scale;
  });
}

/** The edges that a plan labels; nothing where they would be too many to try, or none. */
export function labelledEdges(
  network: Network,
  view: View,
  { labelled }: Plan,
  all: readonly Edge[],
): readonly Edge[] | undefined {
  if (labelled === 'none') return [];
  const edges = all.filter((edge) => hasWeight(view, edge));
  if (labelled === 'focus') {
    const subjects = edges.filter((edge) => isSubject(network, view, edge));
    return subjects.length === 0 ? undefined : subjects;
  }
  const perLayer = groupBy(edges, (edge) => network.units[edge.to]?.layer);
  const hasDots = network.layers.some((layer) => shownUnits(layer).length < layer.units.length);
  const isFull = [...perLayer.values()].some((layer) => layer.length > mostLabelled);
  return hasDots || isFull ? undefined : edges;
}
