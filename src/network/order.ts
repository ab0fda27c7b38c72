import { certain } from '../certain.ts';
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
  const groupOf = (node: number): number => certain(nodes[node]).group;
  const together = ranks(groups.length, wires, groupOf);
  if ('ranks' in together)
    return notTooDeep(
      nodes.map(({ group }) => certain(together.ranks[group])),
      structure,
      report,
    );
  const single = ranks(nodes.length, wires, (node) => node);
  if ('ranks' in single) return notTooDeep(single.ranks, structure, report);
  report(runsInCircle(single.circle, structure));
  return undefined;
}

/** At the edge that closes the circle; the edge that opens it is told besides, where another statement has drawn it. */
function runsInCircle(nodes: readonly number[], { nodes: all, wires }: Structure): Diagnostic {
  const names = nodes.map((node) => spell(certain(all[node]).name));
  const next = new Map(nodes.map((node, place) => [node, nodes[place + 1] ?? nodes[0]]));
  const along = wires
    .filter((wire) => next.get(wire.from) === wire.to)
    .map(({ span }) => span)
    .toSorted((a, b) => a.start - b.start);
  const [first, last] = [certain(along[0]), certain(along.at(-1))];
  const shown = names.length > 8 ? [...names.slice(0, 6), '…', ...names.slice(-1)] : names;
  return {
    code: 'circle',
    message: `These edges run in a circle: ${[...shown, names[0]].join(' -> ')}.`,
    hint: 'Values flow one way only: take out one of them.',
    span: last,
    ...(first.start !== last.start && { also: first }),
  };
}

/** The layers, unless there are more than anyone could follow; that is said at the edge that goes too far. */
function notTooDeep(
  layers: readonly number[],
  { wires }: Structure,
  report: Report,
): readonly number[] | undefined {
  const beyond = wires.find(({ to }) => certain(layers[to]) >= limits.layers);
  if (beyond === undefined) return layers;
  report(tooLarge('layers', limits.layers, beyond.span));
  return undefined;
}

type Ranks = { readonly ranks: readonly number[] } | { readonly circle: readonly number[] };

/** A node, or a group of them, while layers are counted. */
interface Vertex {
  readonly next: Vertex[];
  /** How many arcs lead to it from vertices that were not taken away yet. */
  open: number;
  /** The longest path to it so far. */
  rank: number;
}

/** The longest path to each vertex that nodes stand for, by taking away vertices that nothing leads to (Kahn 1962). */
function ranks(size: number, wires: readonly Wire[], vertexOf: (node: number) => number): Ranks {
  const vertices = Array.from({ length: size }, (): Vertex => ({ next: [], open: 0, rank: 0 }));
  for (const wire of wires) {
    const head = certain(vertices[vertexOf(wire.to)]);
    certain(vertices[vertexOf(wire.from)]).next.push(head);
    head.open++;
  }
  const ready = vertices.filter(({ open }) => open === 0);
  for (const { next, rank } of ready) {
    for (const head of next) {
      head.rank = Math.max(head.rank, rank + 1);
      head.open--;
      if (head.open === 0) ready.push(head);
    }
  }
  return ready.length === size
    ? { ranks: vertices.map(({ rank }) => rank) }
    : { circle: circle(vertices) };
}

/** One circle among the vertices that are left, by their places: following what is left leads back at last. */
function circle(vertices: readonly Vertex[]): readonly number[] {
  // Whatever a vertex that is left leads to is left; and backwards each has one that is left before it.
  const left = vertices.filter(({ open }) => open > 0);
  const before = new Map<Vertex, Vertex>();
  for (const vertex of left) for (const head of vertex.next) before.set(head, vertex);
  const walk = new Set<Vertex>();
  let vertex = certain(left[0]);
  while (!walk.has(vertex)) {
    walk.add(vertex);
    vertex = certain(before.get(vertex));
  }
  const places = new Map(vertices.map((each, place) => [each, place]));
  const walked = [...walk].map((each) => certain(places.get(each)));
  return walked.slice(walked.indexOf(certain(places.get(vertex)))).reverse();
}
