import { certain } from '../certain.ts';
import type { Network, ParameterId, UnitId } from '../network/network.ts';
import type { Variable } from './expression.ts';
import { type Dual, duals, type Field } from './field.ts';
import { forward, listed, type Pass, type Point, type View } from './forward.ts';
import { totalLoss } from './loss.ts';
import { alongSums, movedPass, type There } from './moved.ts';
import { type Recorded, tapeOf } from './tape.ts';

/** Everything that an expression can ask for, at one point of one network. */
export interface World<T> {
  readonly network: Network;
  readonly field: Field<T>;
  readonly value: (variable: Variable) => T;
  /** The total derivative, by forward-mode duals; error terms come from a tape, read backwards. */
  readonly derivative: (of: Variable, by: Variable) => T;
  /** The derivative of the example's error where every weighted sum is changed at once, each by its own amount. */
  readonly along: (amount: (sum: UnitId) => T) => T;
  /** The same world with every value's derivative by one variable beside it. */
  readonly differentiated: (by: Variable) => World<Dual<T>>;
  /** The world at each example of the batch, this one among them. */
  readonly examples: () => readonly World<T>[];
  /** The world after one step of gradient descent in some of the parameters. */
  readonly afterStep: (moved: readonly ParameterId[]) => World<T>;
}

/**
 * A network at a point. Passes are made when they are first asked for, and kept for this world only.
 *
 * @param batch the points of all examples, which share their parameters; the loss is the mean over them
 * @param passes what the network makes of those points, where that is known
 */
export function worldAt<T>(
  network: Network,
  point: Point<T>,
  field: Field<T>,
  batch: readonly Point<T>[] = [point],
  passes: readonly Pass<T>[] = [],
): World<T> {
  const dual = duals(field);
  const at = (each: Point<T>): There<T> => {
    const view = listed(each);
    return { point: view, pass: passes[batch.indexOf(each)] ?? forward(network, view, field) };
  };
  const here = kept(() => at(point));
  const all = kept(() => batch.map((each) => (each === point ? here() : at(each))));
  const moved = keptBy((by) => movedPass(network, here(), by, field));
  const movedBatch = keptBy((by) =>
    all().map((each) =>
      each === here() ? moved(by) : movedPass(network, each, isShared(by) ? by : undefined, field),
    ),
  );
  const derivative = (of: Variable, by: Variable): T => {
    if (of.kind === 'delta' || by.kind === 'delta')
      throw new Error('an error term is no variable to differentiate');
    if (of.kind === 'loss') return totalLoss(network, movedBatch(by), dual).tangent;
    return read(moved(by), of).tangent;
  };
  const errorTerms = kept(() => errorTermsAt(network, here().point, field));
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
    along: (amount) => alongSums(network, here(), amount, field),
    differentiated: (by) => differentiatedWorld(network, dual, () => moved(by)),
    examples: () => batch.map((each) => worldAt(network, each, field, batch, passes)),
    afterStep: (parameters) => {
      const rate = field.from(-certain(network.rate));
      const after = new Map(point.parameters);
      for (const id of parameters) {
        const slope = derivative({ kind: 'loss' }, { kind: 'parameter', parameter: id });
        after.set(id, field.add(certain(after.get(id)), field.multiply(rate, slope)));
      }
      const points = batch.map((each) => ({ ...each, parameters: after }));
      return worldAt(network, certain(points[batch.indexOf(point)]), field, points);
    },
  };
}

/** Every error term δ, the derivative of the example's error by a weighted sum, by one walk back over the tape of a pass. */
function errorTermsAt<T>(network: Network, still: View<T>, field: Field<T>): (unit: UnitId) => T {
  const tape = tapeOf(field);
  const lift = (values: View<T>['inputs']): View<Recorded<T>>['inputs'] => ({
    get: (id) => tape.constant(certain(values.get(id))),
  });
  const point = {
    inputs: lift(still.inputs),
    parameters: lift(still.parameters),
    targets: lift(still.targets),
  };
  const { preactivations, loss } = forward(network, point, tape.field);
  const slopes = tape.slopes(loss);
  return (unit) => certain(slopes[certain(preactivations[unit]).place]);
}

/** Whether a variable is the same one in every example of a batch. */
const isShared = ({ kind }: Variable): boolean => kind === 'parameter';

function differentiatedWorld<T>(
  network: Network,
  field: Field<Dual<T>>,
  moved: () => There<Dual<T>>,
): World<Dual<T>> {
  const never = (): never => {
    throw new Error('what is differentiated is written out in values of units and parameters');
  };
  return {
    network,
    field,
    along: never,
    value: (variable) =>
      variable.kind === 'delta' || variable.kind === 'loss' ? never() : read(moved(), variable),
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
      return certain(pass.units[variable.unit]);
    case 'preactivation':
      return certain(pass.preactivations[variable.unit]);
    case 'target':
      return certain(point.targets.get(variable.unit));
    case 'parameter':
      return certain(point.parameters.get(variable.parameter));
  }
}

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
    const key = keyOf(by);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(by);
    known.set(key, value);
    return value;
  };
}

function keyOf(variable: Variable): string {
  if (variable.kind === 'parameter') return `parameter ${variable.parameter}`;
  return 'unit' in variable ? `${variable.kind} ${variable.unit}` : variable.kind;
}
