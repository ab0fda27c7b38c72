import { certain } from '../certain.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { ChainStatement, NameNode, NumberNode } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { declare, type Group, type Node } from './declare.ts';
import { expand } from './ellipsis.ts';
import { type Report, tooLarge } from './report.ts';

/** An edge between two nodes by their numbers; the weight as its statement named it, if it did. */
export interface Wire {
  readonly from: number;
  readonly to: number;
  readonly weight?: NameNode | NumberNode;
  /** Whether a chain without a weight drew it; one with a weight may name it besides. */
  readonly drawn: boolean;
  readonly span: Span;
}
export interface Structure {
  readonly nodes: readonly Node[];
  readonly groups: readonly Group[];
  readonly wires: readonly Wire[];
}

/** The units and edges that the chains of a block declare, in the author's order; no edges where they are too many. */
export function structure(chains: readonly ChainStatement[], report: Report): Structure {
  const expanded = chains.map((chain) => ({ chain, stops: expand(chain.stops, report) }));
  const { nodes, groups } = declare(
    expanded.flatMap((entry) => entry.stops),
    report,
  );
  const named = new Map<string, readonly number[]>([
    ...groups.map((group) => [spell(group.name), group.nodes] as const),
    ...nodes.map((node, number) => [spell(node.name), [number]] as const),
  ]);
  const wires = wiring(nodes.length);
  for (const { chain, stops } of expanded) {
    for (const [place, stop] of stops.slice(1).entries()) {
      const from = named.get(spell(certain(stops[place]).name)) ?? [];
      const to = named.get(spell(stop.name)) ?? [];
      if (wires.all.length + from.length * to.length > limits.edges) {
        report(tooLarge('edges', limits.edges, chain.span));
        return { nodes, groups, wires: [] };
      }
      const twice = connect(wires, chain, from, to);
      if (twice !== undefined) report(doubleEdge(twice, nodes));
    }
  }
  return { nodes, groups, wires: wires.all };
}

/** Edges as they come, and where each of them is. */
interface Wiring {
  readonly all: Wire[];
  /** The place of an edge in the list above; its end where the edge is a new one. */
  readonly placeOf: (from: number, to: number) => number;
  /** To be called with each node when the edges of one statement lead to it. */
  readonly close: (to: number) => void;
}

/** Edges between so many nodes. Hardly any block leads to a node in two statements: until one does, no edge is looked for. */
function wiring(size: number): Wiring {
  const all: Wire[] = [];
  const fed = new Set<number>();
  const places = new Map<number, number>();
  return {
    all,
    placeOf: (from, to) => {
      if (!fed.has(to)) return all.length;
      for (let place = places.size; place < all.length; place++) {
        const wire = certain(all[place]);
        places.set(wire.from * size + wire.to, place);
      }
      return places.get(from * size + to) ?? all.length;
    },
    close: (to) => {
      fed.add(to);
    },
  };
}

/** Adds every edge from one list of nodes to the other; gives the first that was there in the same way already. */
function connect(
  { all, placeOf, close }: Wiring,
  { weight, span }: ChainStatement,
  tails: readonly number[],
  heads: readonly number[],
): Omit<Wire, 'drawn'> | undefined {
  let twice: Omit<Wire, 'drawn'> | undefined;
  for (const to of heads) {
    for (const from of tails) {
      const place = placeOf(from, to);
      const before = all[place];
      const isTwice = weight === undefined ? before?.drawn : before?.weight !== undefined;
      if (isTwice) twice ??= { ...certain(before), span };
      else if (weight !== undefined)
        all[place] = { from, to, weight, drawn: before?.drawn ?? false, span };
      else if (before === undefined) all[place] = { from, to, drawn: true, span };
      else all[place] = { ...before, drawn: true };
    }
    close(to);
  }
  return twice;
}

function doubleEdge(
  { from, to, weight, span }: Omit<Wire, 'drawn'>,
  nodes: readonly Node[],
): Diagnostic {
  const [tail, head] = [from, to].map((node) => spell(certain(nodes[node]).name));
  return {
    code: 'double-edge',
    message: `The edge ${tail} -> ${head} is there already.`,
    hint:
      weight === undefined
        ? `Two units have one edge at most; ${tail} -> ${head} : u would name its weight.`
        : 'Two units have one edge at most, and an edge has one weight.',
    span,
  };
}
