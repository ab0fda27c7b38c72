import type { Network, ParameterId, UnitId } from '../network/network.ts';
import { downstream, type Flow, joined, reachOf } from '../network/reach.ts';
import type { Variable } from './expression.ts';
import { type Dual, duals, type Field } from './field.ts';
import { forward, type Pass, type Point, type View } from './forward.ts';
import { totalLoss } from './loss.ts';
import { type Recorded, tapeOf } from './tape.ts';

/** Everything that an expression can ask for, at one point of one network. */
export interface World<T> {
  readonly network: Network;
  readonly field: Field<T>;
  readonly value: (variable: Variable) => T;
  /** The total derivative, by forward-mode duals; error terms come from a tape, read backwards. */
  readonly derivative: (of: Variable, by: Variable) => T;
  /** The same world with every value's derivative by one variable beside it. */
  readonly differentiated: (by: Variable) => World<Dual<T>>;
  /** The world at each example of the batch, this one among them. */
  readonly examples: () => readonly World<T>[];
  /** The world after one step of gradient descent in some of the parameters. */
  readonly afterStep: (moved: readonly ParameterId[]) => World<T>;
}

interface There<T> {
  readonly point: View<T>;
  readonly pass: Pass<T>;
}

/**
 * A network at a point. Passes are made when they are first asked for, and kept for this world only.
 *
 * @param batch the points of all examples, which share their parameters; the loss is the mean over them
 */
export function worldAt<T>(
  network: Network,
  point: Point<T>,
  field: Field<T>,
  batch: readonly Point<T>[] = [point],
): World<T> {
  const dual = duals(field);
  const here = kept((): There<T> => ({ point, pass: forward(network, point, field) }));
  const all = kept(() => batch.map((each) => passAt(network, each, field)));
  const moved = keptBy((by) => movedPass(network, here(), by, field));
  const movedBatch = keptBy((by) =>
    all().map((each) =>
      each.point === point
        ? moved(by)
        : movedPass(network, each, isShared(by) ? by : undefined, field),
    ),
  );
  const derivative = (of: Variable, by: Variable): T => {
    if (of.kind === 'delta' || by.kind === 'delta')
      throw new Error('an error term is no variable to differentiate');
    if (of.kind === 'loss') return totalLoss(network, movedBatch(by), dual).tangent;
    return read(moved(by), of).tangent;
  };
  const errorTerms = kept(() => errorTermsAt(network, point, field));
  const value = (variable: Variable): T => {
    if (variable.kind === 'delta') return errorTerms()(variable.unit);
    if (variable.kind === 'loss') return totalLoss(network, all(), field);
    return read(here(), variable);
  };
  return {
    network,
    field,
    value,
    derivative,
    differentiated: (by) => differentiatedWorld(network, dual, by, moved, movedBatch),
    examples: () => batch.map((each) => worldAt(network, each, field, batch)),
    afterStep: (parameters) => {
      const rate = field.from(-(network.rate ?? 0));
      const after = new Map(point.parameters);
      for (const id of parameters) {
        const slope = derivative({ kind: 'loss' }, { kind: 'parameter', parameter: id });
        after.set(id, field.add(found(after.get(id)), field.multiply(rate, slope)));
      }
      const points = batch.map((each) => ({ ...each, parameters: after }));
      return worldAt(network, found(points[batch.indexOf(point)]), field, points);
    },
  };
}

/** Every error term δ, the derivative of the example's error by a weighted sum, by one walk back over the tape of a pass. */
function errorTermsAt<T>(network: Network, still: View<T>, field: Field<T>): (unit: UnitId) => T {
  const tape = tapeOf(field);
  const lift = (values: View<T>['inputs']): View<Recorded<T>>['inputs'] => ({
    get: (id) => {
      const value = values.get(id);
      return value === undefined ? undefined : tape.constant(value);
    },
  });
  const point = {
    inputs: lift(still.inputs),
    parameters: lift(still.parameters),
    targets: lift(still.targets),
  };
  const { preactivations, loss } = forward(network, point, tape.field);
  const slopes = tape.slopes(loss);
  return (unit) => slopes[found(preactivations[unit]).place] ?? field.from(0);
}

/** Whether a variable is the same one in every example of a batch. */
const isShared = ({ kind }: Variable): boolean => kind === 'parameter';

function differentiatedWorld<T>(
  network: Network,
  field: Field<Dual<T>>,
  by: Variable,
  moved: (by: Variable) => There<Dual<T>>,
  movedBatch: (by: Variable) => readonly There<Dual<T>>[],
): World<Dual<T>> {
  const never = (): never => {
    throw new Error('a derivative inside a derivative is never printed');
  };
  return {
    network,
    field,
    value: (variable) => {
      if (variable.kind === 'loss') return totalLoss(network, movedBatch(by), field);
      return variable.kind === 'delta' ? never() : read(moved(by), variable);
    },
    derivative: never,
    differentiated: never,
    examples: never,
    afterStep: never,
  };
}

function read<T>(
  { point, pass }: There<T>,
  variable: Exclude<Variable, { kind: 'delta' | 'loss' }>,
): T {
  switch (variable.kind) {
    case 'data-loss':
      return pass.loss;
    case 'unit':
      return found(pass.units[variable.unit]);
    case 'preactivation':
      return found(pass.preactivations[variable.unit]);
    case 'target':
      return found(point.targets.get(variable.unit));
    case 'parameter':
      return found(point.parameters.get(variable.parameter));
  }
}

const passAt = <T>(network: Network, point: Point<T>, field: Field<T>): There<T> => ({
  point,
  pass: forward(network, point, field),
});

/** A pass with tangent 1 at one variable, and 0 at all others. */
function movedPass<T>(
  network: Network,
  { point: still, pass: known }: There<T>,
  by: Variable | undefined,
  field: Field<T>,
): There<Dual<T>> {
  const at = (value: T | undefined): Dual<T> => ({ value: found(value), tangent: field.from(0) });
  const reached = reachedBy(network, by);
  // Looked up one by one: of a large network most values are never asked for.
  const lift = (values: View<T>['inputs'], moved?: number): View<Dual<T>>['inputs'] => ({
    get: (id) => {
      const value = values.get(id);
      return value === undefined ? undefined : { value, tangent: field.from(id === moved ? 1 : 0) };
    },
  });
  const point = {
    inputs: lift(still.inputs),
    parameters: lift(still.parameters, by?.kind === 'parameter' ? by.parameter : undefined),
    targets: lift(still.targets, by?.kind === 'target' ? by.unit : undefined),
  };
  const pass = forward(
    network,
    point,
    duals(field),
    (kind, id, value) =>
      by?.kind === kind && by.unit === id ? { value: value.value, tangent: field.from(1) } : value,
    // What the variable does not reach stays where it is.
    (id) =>
      reached.has(id)
        ? undefined
        : { sum: at(known.preactivations[id]), value: at(known.units[id]) },
  );
  return { point, pass };
}

/** The units whose sum or value changes with a variable. */
function reachedBy(network: Network, by: Variable | undefined): ReadonlySet<UnitId> {
  if (by?.kind === 'parameter') return union(reachOf(network, by));
  if (by?.kind === 'unit') return union(reachOf(network, by));
  if (by?.kind === 'preactivation') return downstream(network, joined(network, by.unit));
  return new Set();
}

const union = ({ sums, values }: Flow): ReadonlySet<UnitId> => new Set([...sums, ...values]);

function kept<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function keptBy<T>(make: (by: Variable) => T): (by: Variable) => T {
  const known = new Map<string, T>();
  return (by) => {
    const key = JSON.stringify(by);
    const value = known.get(key) ?? make(by);
    known.set(key, value);
    return value;
  };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an expression names what its network has not');
  return value;
}
