import type { Diagnostic } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { spell } from '../syntax/name.ts';
import { type Report, tooLarge } from './report.ts';
import type { Structure, Wire } from './structure.ts';

/**
 * The layer of each node: the longest path that leads to it, counted in edges. Nodes that were declared
 * together stand together, at the longest path to any of them, as long as no edge joins two of them.
 * Absent, and reported, where the edges run in a circle.
 */
export function layersOf(structure: Structure, report: Report): readonly number[] | undefined {
  const { nodes, groups, wires } = structure;
  const within = wires.some((wire) => nodes[wire.from]?.group === nodes[wire.to]?.group);
  const groupOf = (node: number): number => nodes[node]?.group ?? 0;
  const together = within ? undefined : ranks(groups.length, wires, groupOf);
  if (together?.kind === 'ranks')
    return notTooDeep(
      nodes.map((node) => together.ranks[node.group] ?? 0),
      structure,
      report,
    );
  const single = ranks(nodes.length, wires, (node) => node);
  if (single.kind === 'ranks') return notTooDeep(single.ranks, structure, report);
  report(runsInCircle(single.circle, structure));
  return undefined;
}

/** At the edge that closes the circle; the edge that opens it is told besides, where another statement has drawn it. */
function runsInCircle(nodes: readonly number[], { nodes: all, wires }: Structure): Diagnostic {
  const names = nodes.map((node) =>
    spell(all[node]?.name ?? { letter: '', superscript: '', subscript: '' }),
  );
  const next = new Map(nodes.map((node, place) => [node, nodes[place + 1] ?? nodes[0]]));
  const along = wires
    .filter((wire) => next.get(wire.from) === wire.to)
    .toSorted((a, b) => a.span.start - b.span.start);
  const [first, last] = [along[0]?.span, along.at(-1)?.span];
  const shown = names.length > 8 ? [...names.slice(0, 6), '…', ...names.slice(-1)] : names;
  return {
    code: 'circle',
    message: `These edges run in a circle: ${[...shown, names[0]].join(' -> ')}.`,
    hint: 'Values flow one way only: take out one of them.',
    span: last ?? { start: 0, end: 0 },
    ...(first !== undefined && first.start !== last?.start && { also: first }),
  };
}

/** The layers, unless there are more than anyone could follow; that is said at the edge that goes too far. */
function notTooDeep(
  layers: readonly number[],
  { wires }: Structure,
  report: Report,
): readonly number[] | undefined {
  const beyond = wires.find(({ to }) => (layers[to] ?? 0) >= limits.layers);
  if (beyond === undefined) return layers;
  report(tooLarge('layers', limits.layers, beyond.span));
  return undefined;
}

type Ranks =
  | { readonly kind: 'ranks'; readonly ranks: readonly number[] }
  | { readonly kind: 'circle'; readonly circle: readonly number[] };

/** The longest path to each vertex that nodes stand for, by taking away vertices that nothing leads to (Kahn 1962). */
function ranks(size: number, wires: readonly Wire[], vertexOf: (node: number) => number): Ranks {
  const next: number[][] = Array.from({ length: size }, () => []);
  const open = new Array<number>(size).fill(0);
  for (const wire of wires) {
    const to = vertexOf(wire.to);
    next[vertexOf(wire.from)]?.push(to);
    open[to] = (open[to] ?? 0) + 1;
  }
  const rank = new Array<number>(size).fill(0);
  const ready = [...rank.keys()].filter((vertex) => open[vertex] === 0);
  for (const vertex of ready) {
    for (const to of next[vertex] ?? []) {
      rank[to] = Math.max(rank[to] ?? 0, (rank[vertex] ?? 0) + 1);
      open[to] = (open[to] ?? 0) - 1;
      if (open[to] === 0) ready.push(to);
    }
  }
  return ready.length === size
    ? { kind: 'ranks', ranks: rank }
    : { kind: 'circle', circle: circle(next, open) };
}

/** One circle among the vertices that are left: following what is left leads back at last. */
function circle(next: readonly (readonly number[])[], open: readonly number[]): number[] {
  const left = (vertex: number): boolean => (open[vertex] ?? 0) > 0;
  // Backwards every vertex that is left has a predecessor that is left; so walk the arcs backwards.
  const before = new Map<number, number>();
  for (const [from, heads] of next.entries()) {
    if (left(from)) for (const to of heads) if (left(to)) before.set(to, from);
  }
  const walk: number[] = [];
  let vertex = open.findIndex((count) => count > 0);
  while (!walk.includes(vertex)) {
    walk.push(vertex);
    vertex = before.get(vertex) ?? vertex;
  }
  return walk.slice(walk.indexOf(vertex)).reverse();
}
