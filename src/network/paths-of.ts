import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { EdgeId, Network, UnitId } from './network.ts';
import { edgeOf, entryUnits, type Part, pathCounts, paths } from './reach.ts';
import type { Quantity } from './request.ts';

/** How many paths lead from a quantity to outputs. */
export function countPathsOf(
  network: Network,
  quantity: Quantity,
  outputs: readonly UnitId[],
): bigint {
  const counts = pathCounts(network, entryUnits(network, quantity));
  return outputs.reduce((sum, output) => sum + (counts.get(output) ?? 0n), 0n);
}

/** A path from where a quantity enters the network to an output. */
export interface QuantityPath extends Part {
  /** The unit whose value a weight takes in; none for a bias or a unit, several for a weight that is shared there. */
  readonly tails: readonly UnitId[];
  /** From the entry to the output. */
  readonly along: readonly UnitId[];
}

/** The first paths from a quantity to outputs, in the order in which a derivation writes their products. */
export function pathsOf(
  network: Network,
  quantity: Quantity,
  outputs: readonly UnitId[],
  limit: number = limits.pathNumber,
): readonly QuantityPath[] {
  const entries = entryUnits(network, quantity);
  const counts = pathCounts(network, entries);
  const found: QuantityPath[] = [];
  for (const output of outputs.filter((each) => counts.has(each))) {
    for (const entry of entries) {
      const left = limit - found.length;
      if (left <= 0) return found;
      for (const path of paths(network, entry, output, left))
        found.push(whole(network, quantity, entry, path));
    }
  }
  return found;
}

function whole(
  network: Network,
  quantity: Quantity,
  entry: UnitId,
  path: readonly EdgeId[],
): QuantityPath {
  const own = quantity.kind === 'unit' ? [] : certain(network.parameters[quantity.parameter]).edges;
  const into = own.filter((edge) => edgeOf(network, edge).to === entry);
  const tails = into.map((edge) => edgeOf(network, edge).from);
  const along = [entry, ...path.map((edge) => edgeOf(network, edge).to)];
  return { edges: new Set([...into, ...path]), units: new Set([...tails, ...along]), tails, along };
}
