import { certain } from '../certain.ts';
import type { Edge, Network } from '../network/network.ts';
import { hiddenUnits, rowHeight } from './columns.ts';
import { groupBy } from './group.ts';
import { type ShownLayer, unitsIn } from './shown.ts';
import { isSubject } from './standing.ts';
import { hasText } from './texts.ts';
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
  { labelled: 'all', gaps: 1.5, rows: 1.8 },
  { labelled: 'focus', gaps: 1, rows: 1 },
  { labelled: 'focus', gaps: 1.2, rows: 1.2 },
  { labelled: 'focus', gaps: 1.5, rows: 1.2 },
  { labelled: 'none', gaps: 1, rows: 1 },
];

/** With more edges than this between two layers no label is legible any more. */
const mostLabelled = 20;

/** Between layers that are drawn though others between them are not. */
const overDots = 96;

/** The room that so many units on either side need, up to four. */
const rooms = {
  all: [0, 100, 118, 170, 220],
  focus: [0, 100, 118, 140, 160],
  none: [0, 100, 110, 118, 124],
} as const;

/** The room between neighbouring layers: more edges, more lines to keep apart. */
export function gaps(
  layers: readonly ShownLayer[],
  edges: readonly Edge[],
  plan: Plan,
): readonly number[] {
  const room = rooms[plan.labelled];
  return fans(layers, edges).map((fan, place) => {
    if (certain(layers[place + 1]).skipped > 0) return overDots;
    return certain(room[Math.min(4, Math.max(1, fan))]) * plan.gaps;
  });
}

/** The height of a row: where many units meet many, their edges need it to part. */
export function rowOf(layers: readonly ShownLayer[], edges: readonly Edge[], plan: Plan): number {
  const sizes = layers.map((layer) => unitsIn(layer).length);
  const narrow = fans(layers, edges).map((fan, place) =>
    Math.min(fan, certain(sizes[place]), certain(sizes[place + 1])),
  );
  const room = plan.labelled === 'all' ? [1, 1, 1, 1.35, 1.6] : [];
  const least = plan.labelled === 'none' ? 0.8 : 1;
  return rowHeight * plan.rows * (room[Math.max(0, ...narrow)] ?? least);
}

/** For each two neighbouring layers, how many units on either side the edges between them amount to. What only the figure has takes what room there is. */
function fans(layers: readonly ShownLayer[], edges: readonly Edge[]): readonly number[] {
  const own = layers.map((shown) => {
    const extras = shown.layer.extras ?? [];
    return unitsIn(shown).filter((unit) => !extras.includes(unit));
  });
  const columnOf = new Map(
    own.flatMap((units, column) => units.map((unit) => [unit, column] as const)),
  );
  const counts = layers.slice(1).map(() => 0);
  for (const { from, to } of edges) {
    const column = columnOf.get(from);
    if (column !== undefined && columnOf.get(to) === column + 1)
      counts[column] = certain(counts[column]) + 1;
  }
  return counts.map((count, place) => {
    const [tails, heads] = [certain(own[place]).length, certain(own[place + 1]).length];
    const isFull = count > 0 && count === tails * heads;
    return Math.ceil(isFull ? (tails + heads) / 2 : Math.sqrt(count));
  });
}

/** The edges that a plan labels; nothing where they would be too many to try, or none. */
export function labelledEdges(
  network: Network,
  view: View,
  { labelled }: Plan,
  layers: readonly ShownLayer[],
  all: readonly Edge[],
): readonly Edge[] | undefined {
  if (labelled === 'none') return [];
  const edges = all.filter((edge) => hasText(view, edge));
  if (labelled === 'focus') {
    const subjects = edges.filter((edge) => isSubject(network, view, edge));
    return subjects.length === 0 ? undefined : subjects;
  }
  const perLayer = groupBy(edges, (edge) => network.units[edge.to]?.layer);
  const hasDots = layers.some((shown) => hiddenUnits(shown) > 0);
  const isFull = [...perLayer.values()].some((layer) => layer.length > mostLabelled);
  return hasDots || isFull ? undefined : edges;
}
