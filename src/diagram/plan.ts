import type { Edge, Network } from '../network/network.ts';
import { rowHeight, shownUnits } from './columns.ts';
import { groupBy } from './group.ts';
import { isSubject } from './standing.ts';
import { hasWeight } from './texts.ts';
import type { View } from './view.ts';

/** Which edges bear their weight's name, and how far apart things are. */
export interface Plan {
  readonly labelled: 'all' | 'focus' | 'none';
  /** What the gaps between layers are multiplied with. */
  readonly gaps: number;
  /** And the distances between the units of a layer. */
  readonly rows: number;
}

/** Tried in turn: more room first, then fewer labels. Taller helps more than wider, and suits a phone. */
export const plans: readonly Plan[] = [
  { labelled: 'all', gaps: 1, rows: 1 },
  { labelled: 'all', gaps: 1, rows: 1.15 },
  { labelled: 'all', gaps: 1.1, rows: 1.3 },
  { labelled: 'all', gaps: 1.3, rows: 1.4 },
  { labelled: 'focus', gaps: 1, rows: 1 },
  { labelled: 'focus', gaps: 1.3, rows: 1.2 },
  { labelled: 'none', gaps: 1, rows: 1 },
];

/** With more edges than this between two layers no label is legible any more. */
const mostLabelled = 20;

/** The room between neighbouring layers: more units, more lines to keep apart. */
export function gaps(network: Network, plan: Plan): readonly number[] {
  const room = plan.labelled === 'none' ? [0, 100, 118, 130, 150] : [0, 100, 118, 170, 220];
  return fans(network).map(
    ([one, other]) => (room[Math.min(4, Math.ceil((one + other) / 2))] ?? 0) * plan.gaps,
  );
}

/** The height of a row: where many units meet many, their edges need it to part. */
export function rowOf(network: Network, plan: Plan): number {
  const fan = Math.max(0, ...fans(network).map(([one, other]) => Math.min(one, other)));
  const room = plan.labelled === 'all' ? [1, 1, 1, 1.35, 1.6] : [1];
  return rowHeight * plan.rows * (room[fan] ?? 1);
}

/** How many units of one layer lead to how many of the next. What only the figure has leads, but nothing with a name leads to it. */
const fans = ({ layers }: Network): readonly (readonly [number, number])[] =>
  layers.slice(1).map((layer, place) => {
    const heads = shownUnits({ ...layer, extras: [] }).length;
    return heads === 0 ? [1, 1] : [shownUnits(layers[place] ?? layer).length, heads];
  });

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
