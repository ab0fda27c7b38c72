import type { Edge, EdgeId, Network, UnitId } from '../network/network.ts';
import { countPaths, edgeOf, entryUnits, paths } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { number, parameter, sum, unit } from './build.ts';
import type { Expression, Variable } from './expression.ts';

/** One way from a quantity to a unit: the chain rule's factors along it, and what each of them is. */
export interface Way {
  /** ∂y/∂h, …, ∂h/∂w: from the unit back to the quantity. */
  readonly derivatives: readonly Expression[];
  /** w, …, x: the local factor that each of them is. */
  readonly factors: readonly Expression[];
  readonly edges: readonly EdgeId[];
}

export const variableOf = (quantity: Quantity): Variable =>
  quantity.kind === 'unit' ? unit(quantity.unit) : parameter(quantity.parameter);

/** How many ways lead from a quantity to a unit; counted, not walked. */
export function countWays(network: Network, of: UnitId, by: Quantity): bigint {
  return entryUnits(network, by).reduce(
    (total, entry) => total + countPaths(network, entry, of),
    0n,
  );
}

/** Every way from a quantity to a unit, in the order of the edges. */
export function ways(network: Network, of: UnitId, by: Quantity): readonly Way[] {
  const entries = entryUnits(network, by);
  return entries.flatMap((entry) =>
    paths(network, entry, of).map((path): Way => {
      const back = [...path].reverse().map((id) => edgeOf(network, id));
      const enters =
        by.kind === 'unit' ? [] : [entryDerivative(network, entries, entry, by.parameter)];
      const local = by.kind === 'unit' ? [] : [entryFactor(network, entry, by.parameter)];
      return {
        derivatives: [...back.map((edge) => edgeDerivative(network, edge)), ...enters],
        factors: [...back.map(weight), ...local],
        edges: path,
      };
    }),
  );
}

/** The weight of an edge as it is printed: its name, or the number that it is. */
export function weight(edge: Edge): Expression {
  return 'fixed' in edge.weight ? number(edge.weight.fixed) : parameter(edge.weight.parameter);
}

/** ∂u/∂w where w enters u: the value at the tail of its edge (the sum of them, if w is on several), or 1 for a bias. */
export function entryFactor(network: Network, entry: UnitId, by: number): Expression {
  const tails = (network.units[entry]?.incoming ?? [])
    .map((id) => edgeOf(network, id))
    .filter((edge) => 'parameter' in edge.weight && edge.weight.parameter === by)
    .map((edge) => unit(edge.from));
  return tails.length === 0 ? number(1) : sum(tails);
}

function edgeDerivative(network: Network, { from, to }: Edge): Expression {
  const direct = countPaths(network, from, to) > 1n;
  return { kind: 'derivative', of: unit(to), by: unit(from), ...(direct && { direct }) };
}

function entryDerivative(
  network: Network,
  entries: readonly UnitId[],
  entry: UnitId,
  by: number,
): Expression {
  const direct = entries.some((other) => other !== entry && countPaths(network, other, entry) > 0n);
  return { kind: 'derivative', of: unit(entry), by: parameter(by), ...(direct && { direct }) };
}
