import type { LossName } from '../network/network.ts';
import type { Field } from './field.ts';

/** What one output y adds to the loss, its target being t and n the number of outputs. */
type Share = <T>(y: T, t: T, field: Field<T>, n: number) => T;

const square = <T>(y: T, t: T, { add, multiply, negate }: Field<T>): T => {
  const error = add(t, negate(y));
  return multiply(error, error);
};

export const shares: Readonly<Record<LossName, Share>> = {
  squared: (y, t, f) => f.divide(square(y, t, f), f.from(2)),
  'mean-squared': (y, t, f, n) => f.divide(square(y, t, f), f.from(n)),
  'binary-cross-entropy': (y, t, { add, from, log, multiply, negate }) =>
    negate(
      add(multiply(t, log(y)), multiply(add(from(1), negate(t)), log(add(from(1), negate(y))))),
    ),
  'cross-entropy': (y, t, { log, multiply, negate }) => negate(multiply(t, log(y))),
};
