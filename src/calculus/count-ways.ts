import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { edgeOf, entryUnits, joined } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';

/** Where a way ends: at a unit's value, or at its weighted sum. */
export interface Goal {
  readonly at: 'value' | 'sum';
  readonly unit: UnitId;
}

/** How many ways lead from a quantity to each sum and each value; counted, not walked. */
export function countWays(network: Network, by: Quantity): (goal: Goal) => bigint {
  const entries = new Set(by.kind === 'unit' ? [] : entryUnits(network, by));
  const [sums, values] = [new Map<UnitId, bigint>(), new Map<UnitId, bigint>()];
  const total = (of: ReadonlyMap<UnitId, bigint>, ids: readonly UnitId[]): bigint =>
    ids.reduce((sofar, id) => sofar + certain(of.get(id)), 0n);
  for (const { units } of network.layers) {
    for (const id of units) {
      const tails = certain(network.units[id]).incoming.map((edge) => edgeOf(network, edge).from);
      sums.set(id, total(values, tails) + (entries.has(id) ? 1n : 0n));
    }
    for (const id of units) {
      const isStart = by.kind === 'unit' && by.unit === id;
      values.set(id, isStart ? 1n : total(sums, joined(network, id)));
    }
  }
  return ({ at, unit }) => certain((at === 'sum' ? sums : values).get(unit));
}
