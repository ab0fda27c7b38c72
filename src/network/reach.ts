import { certain } from '../certain.ts';
import type { Edge, EdgeId, Network, UnitId } from './network.ts';
import type { Quantity } from './request.ts';

/** A part of a network. */
export interface Part {
  readonly edges: ReadonlySet<EdgeId>;
  readonly units: ReadonlySet<UnitId>;
}

/** Every unit that values flow to from `starts`, those included. Linear in the edges. */
export function downstream(network: Network, starts: Iterable<UnitId>): ReadonlySet<UnitId> {
  return flow(network, [], starts).values;
}

/** What moves where a quantity does: weighted sums, and values of units. */
export interface Flow {
  readonly sums: ReadonlySet<UnitId>;
  readonly values: ReadonlySet<UnitId>;
}

/** The sums and values that a quantity reaches: a parameter enters sums, a unit is a value. */
export const reachOf = (network: Network, quantity: Quantity): Flow =>
  quantity.kind === 'unit'
    ? flow(network, [], [quantity.unit])
    : flow(network, entryUnits(network, quantity), []);

function flow(network: Network, sums: Iterable<UnitId>, values: Iterable<UnitId>): Flow {
  const reachedSums = new Set(sums);
  const reached = new Set(values);
  for (const id of reachedSums) for (const other of joined(network, id)) reached.add(other);
  // Ids are in topological order, and no edge joins units of one layer, so one pass upwards is enough.
  const starts = [...reachedSums, ...reached].map((id) => certain(network.units[id]).layer);
  const first = Math.min(...starts) + 1;
  for (const { id, layer, incoming } of network.units) {
    // Nothing leads back, or along a layer but by a softmax.
    if (layer < first || !incoming.some((edge) => reached.has(edgeOf(network, edge).from)))
      continue;
    reachedSums.add(id);
    for (const other of joined(network, id)) reached.add(other);
  }
  return { sums: reachedSums, values: reached };
}

/** The units whose values a unit's weighted sum goes into: its own; under softmax those of the whole layer, which has no other activation then. */
export function joined(network: Network, id: UnitId): readonly UnitId[] {
  const unit = certain(network.units[id]);
  if (unit.activation.name !== 'softmax') return [id];
  return certain(network.layers[unit.layer]).units;
}

/** Every unit that values flow from to `unit`, itself included. */
export function upstream(network: Network, unit: UnitId): ReadonlySet<UnitId> {
  const reached = new Set([unit]);
  for (let id = unit; id >= 0; id--) {
    const { outgoing } = certain(network.units[id]);
    if (outgoing.some((edge) => reached.has(edgeOf(network, edge).to))) reached.add(id);
  }
  return reached;
}

/**
 * The part of the network that the gradient of the loss by a quantity runs through. For a weight: its edges,
 * their tails, and everything downstream of their heads; for a bias: the units it is added to and what is
 * downstream; for a unit: itself and what is downstream. Softmax leads from one sum to all units of its layer.
 */
export function contribution(network: Network, quantity: Quantity): Part {
  const own = ownEdges(network, quantity);
  const reached = reachOf(network, quantity).values;
  const edges = network.edges.filter((edge) => reached.has(edge.from)).map((edge) => edge.id);
  const tails = own.map((edge) => edgeOf(network, edge).from);
  return { edges: new Set([...own, ...edges]), units: new Set([...tails, ...reached]) };
}

/** The units through which a quantity enters the network: what a weight leads to, what a bias is added to. */
export function entryUnits(network: Network, quantity: Quantity): readonly UnitId[] {
  if (quantity.kind === 'unit') return [quantity.unit];
  const { edges, units } = certain(network.parameters[quantity.parameter]);
  const heads = edges.map((edge) => edgeOf(network, edge).to);
  return [...new Set([...heads, ...units])];
}

function ownEdges(network: Network, quantity: Quantity): readonly EdgeId[] {
  return quantity.kind === 'unit' ? [] : certain(network.parameters[quantity.parameter]).edges;
}

/** How many paths lead to each unit from any of some others: by counting, never by walking them; linear in the edges. */
export function pathCounts(
  network: Network,
  starts: readonly UnitId[],
): ReadonlyMap<UnitId, bigint> {
  const paths = new Map<UnitId, bigint>(starts.map((start) => [start, 1n]));
  for (const { id, incoming } of network.units.slice(Math.min(...starts) + 1)) {
    let sum = paths.get(id) ?? 0n;
    for (const edge of incoming) {
      const more = paths.get(edgeOf(network, edge).from);
      if (more !== undefined) sum += more;
    }
    if (sum > 0n) paths.set(id, sum);
  }
  return paths;
}

/** A path as its edges, from tail to head. */
export type Path = readonly EdgeId[];

/**
 * The paths from one unit to another, in the order of the edges; `limit` of them at most. `pathCounts` tells how many
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
  // Only units that lead to the goal are entered, so that every walk ends there as a path, or at once.
  const walk = (unit: UnitId, path: Path): void => {
    if (unit === to) found.push(path);
    for (const id of certain(network.units[unit]).outgoing) {
      const next = edgeOf(network, id).to;
      if (useful.has(next) && found.length < limit) walk(next, [...path, id]);
    }
  };
  walk(from, []);
  return found;
}

/** An edge by its id; an id that the network has not is a mistake of ours. */
export const edgeOf = (network: Network, id: EdgeId): Edge => certain(network.edges[id]);
