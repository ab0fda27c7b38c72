import type { Edge, EdgeId, Network, UnitId } from '../network/network.ts';
import { countPaths, edgeOf, entryUnits, paths } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { isLinear } from './activation.ts';
import { number, parameter, preactivation, sum, unit } from './build.ts';
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
        by.kind === 'unit' ? [] : entryDerivatives(network, entries, entry, by.parameter);
      const local =
        by.kind === 'unit'
          ? []
          : [...slopeOf(network, entry), entryFactor(network, entry, by.parameter)];
      return {
        derivatives: [...back.flatMap((edge) => edgeDerivatives(network, edge)), ...enters],
        factors: [
          ...back.flatMap((edge) => [...slopeOf(network, edge.to), weight(edge)]),
          ...local,
        ],
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

/** φ′(z) of a unit; nothing for a linear one, whose slope is 1. */
export function slopeOf(network: Network, id: UnitId): readonly Expression[] {
  const activation = network.units[id]?.activation ?? { name: 'identity' };
  return isLinear(activation)
    ? []
    : [{ kind: 'apply', activation, prime: true, argument: preactivation(id) }];
}

/** ∂h/∂z, and the variable that edges and parameters enter: z, or h itself where h is linear. */
function entrance(
  network: Network,
  id: UnitId,
): { slope: readonly Expression[]; enters: Variable } {
  if (slopeOf(network, id).length === 0) return { slope: [], enters: unit(id) };
  const enters = preactivation(id);
  return { slope: [{ kind: 'derivative', of: unit(id), by: enters }], enters };
}

function edgeDerivatives(network: Network, { from, to }: Edge): readonly Expression[] {
  const { slope, enters } = entrance(network, to);
  const direct = countPaths(network, from, to) > 1n;
  return [...slope, { kind: 'derivative', of: enters, by: unit(from), ...(direct && { direct }) }];
}

function entryDerivatives(
  network: Network,
  entries: readonly UnitId[],
  entry: UnitId,
  by: number,
): readonly Expression[] {
  const { slope, enters } = entrance(network, entry);
  const direct = entries.some((other) => other !== entry && countPaths(network, other, entry) > 0n);
  return [
    ...slope,
    { kind: 'derivative', of: enters, by: parameter(by), ...(direct && { direct }) },
  ];
}
