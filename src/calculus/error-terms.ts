import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { randomSource } from './point.ts';
import { mayBeEqual, type Rounded, roundeds } from './rounded.ts';
import type { World } from './world.ts';

const seed = 1970;
/** Edges that passes for single error terms may look at, all together: where they are few, each has its own. */
const mostLooks = 4000;
/** How many times its own rounding an error term weighs at least in the sum of all. */
const leastRounding = 1e9;
/** What rounding may hide in that sum, as a share of one of its terms; else each is tried by itself. */
const mostHidden = 1e-6;

/** The unit whose error term a left side is, if it is one. */
export function errorTermOf(
  left: Expression,
  network: Network,
  indices: Indices,
): UnitId | undefined {
  if (left.kind !== 'delta' && left.kind !== 'delta-at' && left.kind !== 'vector') return undefined;
  const symbol = variable(left, network, indices);
  return symbol.kind === 'delta' ? symbol.unit : undefined;
}

/** δ as what it stands for, ∂E/∂z: by forward-mode duals, where the value of δ comes from a tape read backwards. */
export const errorTermByDuals = <T>(world: World<T>, unit: UnitId): T =>
  world.derivative({ kind: 'data-loss' }, { kind: 'preactivation', unit });

/**
 * Whether the error terms of all units are right, found by one pass of duals in place of one for each of them, so that
 * the time does not grow with edges × layers. Every weighted sum moves at once, by an amount of its own, and the error
 * moves by Σ_j amount_j δ_j. The amounts are random, so that no two faults cancel, and each as large as its own error
 * term is small, so that a term that has all but vanished counts as much as any other; less where its own rounding is
 * large, and no comparison could tell.
 *
 * @param terms how many error terms are asked for
 * @returns false where they differ, or where rounding could hide a fault, or where single passes cost as little: then
 *   each error term is to be tried by itself
 */
export function errorTermsAgree(world: World<Rounded>, terms: number): boolean {
  const { network } = world;
  if (terms * network.edges.length <= mostLooks) return false;
  const amounts = amountsFor(world);
  const sum = roundeds.dot(
    roundeds.from(0),
    amounts,
    network.units.map(({ id }) => world.value({ kind: 'delta', unit: id })),
  );
  const moved = world.along((id) => certain(amounts[id]));
  return sum.error + moved.error <= mostHidden && mayBeEqual(sum, moved);
}

/** For every unit a number between ½ and 1½ over the size of its error term; over the largest of its layer where that is 0. */
function amountsFor({ network, value }: World<Rounded>): readonly Rounded[] {
  const random = randomSource(seed);
  const delta = (unit: UnitId): Rounded => value({ kind: 'delta', unit });
  const sizeOf = (unit: UnitId): number => Math.abs(delta(unit).value);
  const largest = network.layers.map(({ units }) =>
    units.reduce((most, id) => Math.max(most, sizeOf(id)), 0),
  );
  return network.units.map(({ id, layer }) => {
    const size = Math.max(sizeOf(id) || largest[layer] || 1, leastRounding * delta(id).error);
    return roundeds.from((0.5 + random()) / size);
  });
}
