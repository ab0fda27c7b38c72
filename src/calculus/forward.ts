import type { Network, ParameterId, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { applied } from './activation.ts';
import type { Field } from './field.ts';
import { shares } from './loss.ts';

/** A value for everything in a network that is given and not computed. */
export interface Point<T> {
  readonly inputs: ReadonlyMap<UnitId, T>;
  readonly parameters: ReadonlyMap<ParameterId, T>;
  readonly targets: ReadonlyMap<UnitId, T>;
}

/** What the network makes of a point. */
export interface Pass<T> {
  /** By unit id. */
  readonly units: readonly T[];
  /** The weighted sums before the activations, by unit id; an input's is its input. */
  readonly preactivations: readonly T[];
  readonly loss: T;
}

/**
 * The forward pass in any arithmetic; linear in the edges.
 *
 * @param replace lets one unit, or its weighted sum, be an independent variable: its computed value goes in,
 *   another may come out
 */
export function forward<T>(
  network: Network,
  point: Point<T>,
  field: Field<T>,
  replace: (kind: 'unit' | 'preactivation', unit: UnitId, value: T) => T = (_, __, value) => value,
): Pass<T> {
  const values: T[] = [];
  const sums: T[] = [];
  for (const unit of network.units) {
    const given = unit.incoming.length === 0 ? point.inputs.get(unit.id) : undefined;
    const bias = unit.bias === undefined ? undefined : point.parameters.get(unit.bias);
    const sum = unit.incoming.reduce(
      (total, id) => {
        const edge = edgeOf(network, id);
        const tail = values[edge.from] ?? field.from(0);
        return field.add(total, field.multiply(weightOf(edge.weight, point, field), tail));
      },
      given ?? bias ?? field.from(0),
    );
    const z = replace('preactivation', unit.id, sum);
    sums.push(z);
    values.push(replace('unit', unit.id, applied(unit.activation, false, z, field)));
  }
  return {
    units: values,
    preactivations: sums,
    loss: lossOf(network, values, point, field),
  };
}

/** The loss: what every output adds to it. */
function lossOf<T>(network: Network, values: readonly T[], point: Point<T>, field: Field<T>): T {
  const zero = field.from(0);
  return network.outputs
    .map((id) =>
      shares[network.loss.name](
        values[id] ?? zero,
        point.targets.get(id) ?? zero,
        field,
        network.outputs.length,
      ),
    )
    .reduce(field.add, zero);
}

function weightOf<T>(
  weight: Network['edges'][number]['weight'],
  point: Point<T>,
  field: Field<T>,
): T {
  return 'fixed' in weight
    ? field.from(weight.fixed)
    : (point.parameters.get(weight.parameter) ?? field.from(0));
}
