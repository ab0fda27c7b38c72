import type { Network, UnitId } from '../network/network.ts';
import type { Variable } from './expression.ts';
import { type Dual, duals, type Field } from './field.ts';
import { forward, type Pass, type Point } from './forward.ts';

/** Everything that an expression can ask for, at one point of one network. */
export interface World<T> {
  readonly network: Network;
  readonly field: Field<T>;
  readonly value: (variable: Variable) => T;
  /** The total derivative, by forward-mode duals. */
  readonly derivative: (of: Variable, by: Variable) => T;
  /** The same world with every value's derivative by one variable beside it. */
  readonly differentiated: (by: Variable) => World<Dual<T>>;
}

/** A network at a point. Passes are made when they are first asked for, and kept for this world only. */
export function worldAt<T>(network: Network, point: Point<T>, field: Field<T>): World<T> {
  const dual = duals(field);
  const pass = forward(network, point, field);
  const still = lifted(point, field);
  const kept = new Map<string, { point: Point<Dual<T>>; pass: Pass<Dual<T>> }>();
  const moved = (by: Variable): { point: Point<Dual<T>>; pass: Pass<Dual<T>> } => {
    const key = JSON.stringify(by);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const at = movedAt(still, by, field);
    const made = forward(network, at, dual, (kind, id, value) =>
      by.kind === kind && by.unit === id ? { value: value.value, tangent: field.from(1) } : value,
    );
    kept.set(key, { point: at, pass: made });
    return { point: at, pass: made };
  };
  const valueIn = <S>(
    values: Pass<S>,
    at: Point<S>,
    variable: Exclude<Variable, { kind: 'delta' }>,
  ): S =>
    found(
      variable.kind === 'loss'
        ? values.loss
        : variable.kind === 'unit'
          ? values.units[variable.unit]
          : variable.kind === 'preactivation'
            ? values.preactivations[variable.unit]
            : variable.kind === 'target'
              ? at.targets.get(variable.unit)
              : at.parameters.get(variable.parameter),
    );
  const derivative = (of: Variable, by: Variable): T => {
    if (of.kind === 'delta' || by.kind === 'delta')
      throw new Error('an error term is no variable to differentiate');
    const there = moved(by);
    return valueIn(there.pass, there.point, of).tangent;
  };
  const errorTerm = (id: UnitId): T =>
    derivative({ kind: 'loss' }, { kind: 'preactivation', unit: id });
  return {
    network,
    field,
    value: (variable) =>
      variable.kind === 'delta' ? errorTerm(variable.unit) : valueIn(pass, point, variable),
    derivative,
    differentiated: (by) => ({
      network,
      field: dual,
      value: (variable) => {
        if (variable.kind === 'delta') throw new Error('an error term has no derivative here');
        const there = moved(by);
        return valueIn(there.pass, there.point, variable);
      },
      derivative: () => {
        throw new Error('a derivative inside a derivative is never printed');
      },
      differentiated: () => {
        throw new Error('a derivative inside a derivative is never printed');
      },
    }),
  };
}

/** The point with tangent 0 everywhere. */
function lifted<T>(point: Point<T>, { from }: Field<T>): Point<Dual<T>> {
  const lift = (values: ReadonlyMap<number, T>): Map<number, Dual<T>> =>
    new Map([...values].map(([id, value]) => [id, { value, tangent: from(0) }]));
  return {
    inputs: lift(point.inputs),
    parameters: lift(point.parameters),
    targets: lift(point.targets),
  };
}

/** The same with tangent 1 at one parameter or target; units move in the forward pass. */
function movedAt<T>(point: Point<Dual<T>>, by: Variable, { from }: Field<T>): Point<Dual<T>> {
  const at = (values: ReadonlyMap<number, Dual<T>>, id: number): Map<number, Dual<T>> =>
    new Map(values).set(id, { value: found(values.get(id)).value, tangent: from(1) });
  if (by.kind === 'parameter') return { ...point, parameters: at(point.parameters, by.parameter) };
  if (by.kind === 'target') return { ...point, targets: at(point.targets, by.unit) };
  return point;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an expression names what its network has not');
  return value;
}
