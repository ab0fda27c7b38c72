import { certain } from '../certain.ts';
import type { Network, ParameterId, UnitId } from '../network/network.ts';
import { downstream, type Flow, joined, reachOf } from '../network/reach.ts';
import type { Variable } from './expression.ts';
import { type Dual, duals, type Field } from './field.ts';
import { forward, type Pass, type View } from './forward.ts';

/** A point, and what the network makes of it. */
export interface There<T> {
  readonly point: View<T>;
  readonly pass: Pass<T>;
}

/** The pass with tangent 1 at one variable, and 0 at all others. */
export function movedPass<T>(
  network: Network,
  { point: still, pass: known }: There<T>,
  by: Variable | undefined,
  field: Field<T>,
): There<Dual<T>> {
  const [zero, one] = [field.from(0), field.from(1)];
  const at = (value: T | undefined): Dual<T> => ({ value: certain(value), tangent: zero });
  const reached = reachedBy(network, by);
  const point = lifted(still, zero, (id) =>
    by?.kind === 'parameter' && by.parameter === id ? one : zero,
  );
  const pass = forward(
    network,
    point,
    duals(field),
    (kind, id, value) =>
      by?.kind === kind && by.unit === id ? { value: value.value, tangent: one } : value,
    // What the variable does not reach stays where it is.
    (id) =>
      reached.has(id)
        ? undefined
        : { sum: at(known.preactivations[id]), value: at(known.units[id]) },
  );
  return { point, pass };
}

/** The derivative of the error where a tangent of its own is added to every weighted sum. */
export function alongSums<T>(
  network: Network,
  { point }: There<T>,
  amount: (sum: UnitId) => T,
  field: Field<T>,
): T {
  const zero = field.from(0);
  const { loss } = forward(
    network,
    lifted(point, zero, () => zero),
    duals(field),
    (kind, id, sum) =>
      kind === 'preactivation'
        ? { value: sum.value, tangent: field.add(sum.tangent, amount(id)) }
        : sum,
  );
  return loss.tangent;
}

/** The values of a point with their tangents, 0 but for those of parameters. Looked up one by one: of a large network most are never asked for. */
function lifted<T>(
  { inputs, parameters, targets }: View<T>,
  zero: T,
  tangent: (parameter: ParameterId) => T,
): View<Dual<T>> {
  const lift = (values: View<T>['inputs'], of: (id: number) => T = () => zero) => ({
    get: (id: number): Dual<T> | undefined => {
      const value = values.get(id);
      return value === undefined ? undefined : { value, tangent: of(id) };
    },
  });
  return { inputs: lift(inputs), parameters: lift(parameters, tangent), targets: lift(targets) };
}

/** The units whose sum or value changes with a variable. */
export function reachedBy(network: Network, by: Variable | undefined): ReadonlySet<UnitId> {
  if (by?.kind === 'parameter') return union(reachOf(network, by));
  if (by?.kind === 'unit') return union(reachOf(network, by));
  if (by?.kind === 'preactivation') return downstream(network, joined(network, by.unit));
  return new Set();
}

const union = ({ sums, values }: Flow): ReadonlySet<UnitId> => new Set([...sums, ...values]);
