import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { edgeOf, entryUnits, joined } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { negative } from './build.ts';
import type { Goal } from './count-ways.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { edgeFactor, entryFactor, type Factor, slopeFactor } from './local.ts';

/** One way from a quantity to a goal: the chain rule's factors along it, and what each of them is. */
export interface Way {
  /** ∂y/∂h, …, ∂h/∂w: from the goal back to the quantity. */
  readonly derivatives: readonly Expression[];
  /** w, …, x: the local factor that each of them is. */
  readonly factors: readonly Expression[];
  /** Whether a minus stands before the factors: softmax makes one wherever it leads to another unit. */
  readonly isNegative: boolean;
}

/** Every way from a quantity to a goal, in the order of the edges. `countWays` tells how many there are. */
export function ways(network: Network, goal: Goal, by: Quantity): readonly Way[] {
  const useful = leadingTo(network, goal.unit);
  const found: Way[] = [];
  const arrive = (sum: UnitId, way: Way): void => {
    if (goal.at === 'sum' && goal.unit === sum) found.push(way);
    for (const unit of joined(network, sum)) {
      if (useful.values.has(unit)) walk(unit, behind(slopeFactor(network, unit, sum), way));
    }
  };
  const walk = (unit: UnitId, way: Way): void => {
    if (goal.at === 'value' && goal.unit === unit) {
      found.push(way);
      return;
    }
    for (const id of certain(network.units[unit]).outgoing) {
      const edge = edgeOf(network, id);
      if (useful.sums.has(edge.to)) arrive(edge.to, behind(edgeFactor(network, edge), way));
    }
  };
  const start: Way = { derivatives: [], factors: [], isNegative: false };
  if (by.kind === 'unit') {
    if (useful.values.has(by.unit)) walk(by.unit, start);
    return found;
  }
  for (const entry of entryUnits(network, by).filter((id) => useful.sums.has(id)))
    arrive(entry, behind(entryFactor(network, entry, by), start));
  return found;
}

/** A way's factors as they are printed. */
export const wayFactors = ({
  factors,
  isNegative,
}: Pick<Factor, 'factors' | 'isNegative'>): Expression =>
  isNegative ? negative(written(factors)) : written(factors);

/** A way that goes on by one factor, which stands before those behind it. */
const behind = (factor: Factor, way: Way): Way => ({
  derivatives: [...factor.derivatives, ...way.derivatives],
  factors: [...factor.factors, ...way.factors],
  isNegative: factor.isNegative === true ? !way.isNegative : way.isNegative,
});

/** The sums and values from which a way leads to a unit's value, so that few walks end as none. */
function leadingTo(
  network: Network,
  unit: UnitId,
): { readonly sums: ReadonlySet<UnitId>; readonly values: ReadonlySet<UnitId> } {
  const values = new Set([unit]);
  const sums = new Set(joined(network, unit));
  for (let id = unit; id >= 0; id--) {
    const outgoing = certain(network.units[id]).outgoing;
    if (!outgoing.some((edge) => sums.has(edgeOf(network, edge).to))) continue;
    values.add(id);
    for (const sum of joined(network, id)) sums.add(sum);
  }
  return { sums, values };
}
