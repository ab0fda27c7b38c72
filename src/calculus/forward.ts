import { certain } from '../certain.ts';
import type { Network, ParameterId, Unit, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { applied, softmax } from './activation.ts';
import type { Field } from './field.ts';
import { shares } from './loss.ts';

/** A value for everything in a network that is given and not computed: one example, and the parameters. */
export interface Point<T> {
  readonly inputs: ReadonlyMap<UnitId, T>;
  readonly parameters: ReadonlyMap<ParameterId, T>;
  readonly targets: ReadonlyMap<UnitId, T>;
}

/** A point that is only looked at: values by id, which need not be kept in a list. */
export type View<T> = {
  readonly [Key in keyof Point<T>]: { readonly get: (id: number) => T | undefined };
};

/** The same point with its parameters in a list: a pass asks for each of them, and a map takes long to find one of many. */
export function listed<T>(point: Point<T>): View<T> {
  const parameters: T[] = [];
  for (const [id, value] of point.parameters) parameters[id] = value;
  return { ...point, parameters: { get: (id) => parameters[id] } };
}

/** What the network makes of a point. */
export interface Pass<T> {
  /** By unit id. */
  readonly units: readonly T[];
  /** The weighted sums before the activations, by unit id; an input's is its input. */
  readonly preactivations: readonly T[];
  /** The error of this one example, without weight decay. */
  readonly loss: T;
}

/** Lets one unit, or its weighted sum, be an independent variable: its computed value goes in, another may come out. */
export type Replace<T> = (kind: 'unit' | 'preactivation', unit: UnitId, value: T) => T;

/** A unit's sum and value where they are known already. */
export type Settled<T> = (unit: UnitId) => { readonly sum: T; readonly value: T } | undefined;

/** A unit as it is in a pass that was made before. */
export const settledAt = <T>({ preactivations, units }: Pass<T>, id: UnitId) => ({
  sum: certain(preactivations[id]),
  value: certain(units[id]),
});

/** The forward pass in any arithmetic; linear in the edges, of those units at least that are not settled. */
export function forward<T>(
  network: Network,
  point: View<T>,
  field: Field<T>,
  replace?: Replace<T>,
  settled?: Settled<T>,
): Pass<T> {
  const values: T[] = [];
  const sums: T[] = [];
  for (const layer of network.layers) {
    const open: Unit[] = [];
    const joined: UnitId[] = [];
    let isJoint = false;
    for (const id of layer.units) {
      const unit = certain(network.units[id]);
      const isSoftmax = unit.activation.name === 'softmax';
      if (isSoftmax) joined.push(id);
      const known = settled?.(id);
      if (known === undefined) {
        const sum = weightedSum(network, unit, values, point, field);
        sums[id] = replace === undefined ? sum : replace('preactivation', id, sum);
        open.push(unit);
        isJoint ||= isSoftmax;
      } else {
        sums[id] = known.sum;
        values[id] = known.value;
      }
    }
    // Softmax asks for every sum of its layer, and so do its units that are not settled.
    const shared = isJoint
      ? softmax(
          joined.map((id) => certain(sums[id])),
          field,
        )
      : [];
    for (const [place, id] of joined.entries()) values[id] = shared[place] ?? certain(values[id]);
    for (const { id, activation } of open) {
      if (activation.name !== 'softmax')
        values[id] = applied(activation, false, certain(sums[id]), field);
      if (replace !== undefined) values[id] = replace('unit', id, certain(values[id]));
    }
  }
  return { units: values, preactivations: sums, loss: lossOf(network, values, point, field) };
}

function weightedSum<T>(
  network: Network,
  { id, incoming, bias }: Unit,
  values: readonly T[],
  point: View<T>,
  field: Field<T>,
): T {
  const given = incoming.length === 0 ? point.inputs.get(id) : undefined;
  const offset = bias === undefined ? undefined : point.parameters.get(bias);
  const weights: T[] = [];
  const tails: T[] = [];
  for (const edgeId of incoming) {
    const { from, weight } = edgeOf(network, edgeId);
    weights.push(weightOf(weight, point, field));
    tails.push(certain(values[from]));
  }
  return field.dot(given ?? offset ?? field.from(0), weights, tails);
}

/** The loss: what every output adds to it. */
function lossOf<T>(network: Network, values: readonly T[], point: View<T>, field: Field<T>): T {
  const zero = field.from(0);
  const share = shares[network.loss.name];
  return network.outputs
    .map((id) => {
      const target = point.targets.get(id) ?? zero;
      return share(certain(values[id]), target, field, network.outputs.length);
    })
    .reduce(field.add, zero);
}

function weightOf<T>(
  weight: Network['edges'][number]['weight'],
  point: View<T>,
  field: Field<T>,
): T {
  return 'fixed' in weight
    ? field.from(weight.fixed)
    : certain(point.parameters.get(weight.parameter));
}
