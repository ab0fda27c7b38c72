import { limits } from '../limits.ts';
import type { EdgeId, Network, UnitId } from './network.ts';
import { countPaths, edgeOf, entryUnits, type Part, paths } from './reach.ts';
import type { Quantity } from './request.ts';

/** How many paths lead from a quantity to outputs. */
export function countPathsOf(
  network: Network,
  quantity: Quantity,
  outputs: readonly UnitId[],
): bigint {
  return outputs
    .flatMap((output) =>
      entryUnits(network, quantity).map((entry) => countPaths(network, entry, output)),
    )
    .reduce((sum, count) => sum + count, 0n);
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
  const found = outputs.flatMap((output) =>
    entryUnits(network, quantity).flatMap((entry) =>
      paths(network, entry, output, limit).map((path) => whole(network, quantity, entry, path)),
    ),
  );
  return found.slice(0, limit);
}

function whole(
  network: Network,
  quantity: Quantity,
  entry: UnitId,
  path: readonly EdgeId[],
): QuantityPath {
  const own = quantity.kind === 'unit' ? [] : (network.parameters[quantity.parameter]?.edges ?? []);
  const into = own.filter((edge) => edgeOf(network, edge).to === entry);
  const tails = into.map((edge) => edgeOf(network, edge).from);
  const along = [entry, ...path.map((edge) => edgeOf(network, edge).to)];
  return { edges: new Set([...into, ...path]), units: new Set([...tails, ...along]), tails, along };
}
