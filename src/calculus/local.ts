import { certain } from '../certain.ts';
import type { Edge, Network, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { isLinear } from './activation.ts';
import { alike, minus, number, parameter, preactivation, sum, unit } from './build.ts';
import { countWays } from './count-ways.ts';
import type { Expression, Variable } from './expression.ts';

/** A derivative along one step of a way, and the local factors that it is; nothing where a step changes nothing. */
export interface Factor {
  readonly derivatives: readonly Expression[];
  readonly factors: readonly Expression[];
  readonly isNegative?: boolean;
}

export const variableOf = (quantity: Quantity): Variable =>
  quantity.kind === 'unit' ? unit(quantity.unit) : parameter(quantity.parameter);

/** The weight of an edge as it is printed: its name, or the number that it is. */
export function weight(edge: Edge): Expression {
  return 'fixed' in edge.weight ? number(edge.weight.fixed) : parameter(edge.weight.parameter);
}

/** ∂u/∂w where w enters u: the value at the tail of its edge (the sum of them, if w is on several), or 1 for a bias and for u itself. */
export function entryValue(network: Network, entry: UnitId, by: Quantity): Expression {
  const wanted = variableOf(by);
  const tails = certain(network.units[entry])
    .incoming.map((id) => edgeOf(network, id))
    .filter((edge) => alike(weight(edge), wanted))
    .map((edge) => unit(edge.from));
  return tails.length === 0 ? number(1) : sum(tails);
}

/** φ′(z) of a unit that stands alone; nothing for a linear one, whose slope is 1. */
export function slopeOf(network: Network, id: UnitId): readonly Expression[] {
  const { activation } = certain(network.units[id]);
  return isLinear(activation)
    ? []
    : [{ kind: 'apply', activation, prime: true, argument: preactivation(id) }];
}

/** ∂a_i/∂z_j: φ′(z_j); under softmax a_i(1 − a_i), and −a_i a_j between two units. */
export function slopeFactor(network: Network, of: UnitId, by: UnitId): Factor {
  const isSoftmax = certain(network.units[of]).activation.name === 'softmax';
  const derivative: Expression = { kind: 'derivative', of: unit(of), by: preactivation(by) };
  if (isSoftmax) {
    const factors = of === by ? [unit(of), minus(number(1), unit(of))] : [unit(of), unit(by)];
    return { derivatives: [derivative], factors, isNegative: of !== by };
  }
  const factors = slopeOf(network, of);
  return { derivatives: factors.length === 0 ? [] : [derivative], factors };
}

/** What edges and parameters enter: a unit's weighted sum, or the unit itself where it is linear. */
const entrance = (network: Network, id: UnitId): Variable =>
  slopeOf(network, id).length === 0 ? unit(id) : preactivation(id);

/** ∂z/∂a along an edge: its weight. */
export function edgeFactor(network: Network, edge: Edge): Factor {
  const { from, to } = edge;
  const direct = countWays(network, { kind: 'unit', unit: from })({ at: 'sum', unit: to }) > 1n;
  return {
    derivatives: [
      {
        kind: 'derivative',
        of: entrance(network, to),
        by: unit(from),
        ...(direct && { direct }),
      },
    ],
    factors: [weight(edge)],
  };
}

/** ∂z/∂w where a parameter enters. */
export function entryFactor(network: Network, entry: UnitId, by: Quantity): Factor {
  const direct = countWays(network, by)({ at: 'sum', unit: entry }) > 1n;
  return {
    derivatives: [
      {
        kind: 'derivative',
        of: entrance(network, entry),
        by: variableOf(by),
        ...(direct && { direct }),
      },
    ],
    factors: [entryValue(network, entry, by)],
  };
}
