import type { Network, ParameterId, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import type { Field } from './field.ts';

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
  readonly loss: T;
}

/**
 * The forward pass in any arithmetic; linear in the edges.
 *
 * @param replace lets one unit be an independent variable: its computed value goes in, another may come out
 */
export function forward<T>(
  network: Network,
  point: Point<T>,
  field: Field<T>,
  replace: (unit: UnitId, value: T) => T = (_, value) => value,
): Pass<T> {
  const values: T[] = [];
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
    values.push(replace(unit.id, sum));
  }
  return { units: values, loss: halfSquaredError(network, values, point, field) };
}

/** E = ½ Σ_k (t_k − y_k)² */
function halfSquaredError<T>(
  network: Network,
  values: readonly T[],
  point: Point<T>,
  field: Field<T>,
): T {
  const squares = network.outputs.map((id) => {
    const error = field.add(
      point.targets.get(id) ?? field.from(0),
      field.negate(values[id] ?? field.from(0)),
    );
    return field.multiply(error, error);
  });
  return field.divide(squares.reduce(field.add, field.from(0)), field.from(2));
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
