import type { Edge, EdgeId, Network, UnitId } from './network.ts';
import type { Quantity } from './request.ts';

/** A part of a network. */
export interface Part {
  readonly edges: ReadonlySet<EdgeId>;
  readonly units: ReadonlySet<UnitId>;
}

/** Every unit that values flow to from `starts`, those included. Linear in the edges. */
export function downstream(network: Network, starts: Iterable<UnitId>): ReadonlySet<UnitId> {
  const reached = new Set(starts);
  // Ids are in topological order, so one pass upwards is enough.
  for (const unit of network.units) {
    if (unit.incoming.some((edge) => reached.has(edgeOf(network, edge).from))) reached.add(unit.id);
  }
  return reached;
}

/** Every unit that values flow from to `unit`, itself included. */
export function upstream(network: Network, unit: UnitId): ReadonlySet<UnitId> {
  const reached = new Set([unit]);
  for (let id = unit; id >= 0; id--) {
    const outgoing = network.units[id]?.outgoing ?? [];
    if (outgoing.some((edge) => reached.has(edgeOf(network, edge).to))) reached.add(id);
  }
  return reached;
}

/**
 * The part of the network that the gradient of the loss by a quantity runs through. For a weight: its edges,
 * their tails, and everything downstream of their heads; for a bias: the units it is added to and what is
 * downstream; for a unit: itself and what is downstream.
 */
export function contribution(network: Network, quantity: Quantity): Part {
  const own = ownEdges(network, quantity);
  const reached = downstream(network, entryUnits(network, quantity));
  const edges = network.edges.filter((edge) => reached.has(edge.from)).map((edge) => edge.id);
  const tails = own.map((edge) => edgeOf(network, edge).from);
  return { edges: new Set([...own, ...edges]), units: new Set([...tails, ...reached]) };
}

/** The units through which a quantity enters the network: what a weight leads to, what a bias is added to. */
export function entryUnits(network: Network, quantity: Quantity): readonly UnitId[] {
  if (quantity.kind === 'unit') return [quantity.unit];
  const parameter = network.parameters[quantity.parameter];
  const heads = (parameter?.edges ?? []).map((edge) => edgeOf(network, edge).to);
  return [...new Set([...heads, ...(parameter?.units ?? [])])];
}

function ownEdges(network: Network, quantity: Quantity): readonly EdgeId[] {
  return quantity.kind === 'unit' ? [] : (network.parameters[quantity.parameter]?.edges ?? []);
}

/** How many paths lead from one unit to another: by counting, never by walking them. */
export function countPaths(network: Network, from: UnitId, to: UnitId): bigint {
  const paths = new Map<UnitId, bigint>([[from, 1n]]);
  for (let id = from + 1; id <= to; id++) {
    let sum = 0n;
    for (const edge of network.units[id]?.incoming ?? [])
      sum += paths.get(edgeOf(network, edge).from) ?? 0n;
    if (sum > 0n) paths.set(id, sum);
  }
  return paths.get(to) ?? 0n;
}

/** A path as its edges, from tail to head. */
export type Path = readonly EdgeId[];

/**
 * The paths from one unit to another, in the order of the edges; `limit` of them at most. `countPaths` tells how many
 * there are.
 */
export function paths(
  network: Network,
  from: UnitId,
  to: UnitId,
  limit = Number.POSITIVE_INFINITY,
): readonly Path[] {
  const useful = upstream(network, to);
  const found: Path[] = [];
  // Only units that lead to the goal are entered, so that every walk ends as a path.
  const walk = (unit: UnitId, path: Path): void => {
    if (unit === to) found.push(path);
    for (const id of unit === to ? [] : (network.units[unit]?.outgoing ?? [])) {
      const next = edgeOf(network, id).to;
      if (useful.has(next) && found.length < limit) walk(next, [...path, id]);
    }
  };
  if (useful.has(from)) walk(from, []);
  return found;
}

/** An edge by its id; an id that the network has not is a mistake of ours. */
export function edgeOf(network: Network, id: EdgeId): Edge {
  const edge = network.edges[id];
  if (edge === undefined) throw new Error(`the network has no edge ${id}`);
  return edge;
}
