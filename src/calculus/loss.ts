import { certain } from '../certain.ts';
import type { LossName, Network } from '../network/network.ts';
import type { Field } from './field.ts';
import type { Pass, View } from './forward.ts';

/** What one output y adds to the loss, its target being t and n the number of outputs. */
type Share = <T>(y: T, t: T, field: Field<T>, n: number) => T;

/** Every loss, as in a textbook. */
export const shares: Readonly<Record<LossName, Share>> = {
  squared: (y, t, f) => f.divide(square(y, t, f), f.from(2)), // ½(t − y)²
  'mean-squared': (y, t, f, n) => f.divide(square(y, t, f), f.from(n)), // (t − y)²/n
  'binary-cross-entropy': (y, t, f) =>
    f.add(surprise(y, t, f), surprise(rest(y, f), rest(t, f), f)), // −t ln y − (1 − t) ln(1 − y)
  'cross-entropy': (y, t, f) => surprise(y, t, f), // −t ln y
};

/** What each share's derivative by y is. */
export const slopes: Readonly<Record<LossName, (y: number, t: number, n: number) => number>> = {
  squared: (y, t) => y - t,
  'mean-squared': (y, t, n) => (2 / n) * (y - t),
  'binary-cross-entropy': (y, t) => (1 - t) / (1 - y) - t / y,
  'cross-entropy': (y, t) => -t / y,
};

/** The loss as a whole: the mean over the examples, and with weight decay λ/2 Σ w². */
export function totalLoss<T>(
  { loss, parameters }: Network,
  examples: readonly { readonly point: View<T>; readonly pass: Pass<T> }[],
  { add, divide, from, multiply }: Field<T>,
): T {
  const mean = divide(
    examples.map(({ pass }) => pass.loss).reduce(add, from(0)),
    from(examples.length),
  );
  if (loss.decay === undefined) return mean;
  const { point } = certain(examples[0]);
  const squares = parameters
    .filter(({ kind }) => kind === 'weight')
    .map(({ id }) => certain(point.parameters.get(id)))
    .reduce((sum, w) => add(sum, multiply(w, w)), from(0));
  return add(mean, multiply(from(loss.decay / 2), squares));
}

function square<T>(y: T, t: T, { add, multiply, negate }: Field<T>): T {
  const error = add(t, negate(y));
  return multiply(error, error);
}

function surprise<T>(y: T, t: T, { log, multiply, negate }: Field<T>): T {
  return negate(multiply(t, log(y)));
}

function rest<T>(part: T, { add, from, negate }: Field<T>): T {
  return add(from(1), negate(part));
}
