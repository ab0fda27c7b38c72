import { certain } from '../certain.ts';
import type { Field } from './field.ts';
import { distribution } from './normal.ts';

/** A floating-point number, and how far at most rounding has carried it from the exact one. */
export interface Rounded {
  readonly value: number;
  readonly error: number;
}

/** Arithmetic that keeps count of its own rounding (running error analysis: Wilkinson 1963, Higham 2002, § 3.3). */
export const roundeds: Field<Rounded> = {
  from: (value, error = 0) => ({ value, error }),
  add: (a, b) => rounded(a.value + b.value, a.error + b.error),
  multiply: (a, b) =>
    rounded(
      a.value * b.value,
      Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error,
    ),
  // As by add and multiply, without a number in between for each of the edges of a network.
  dot: (start, a, b) => {
    let { value, error } = start;
    for (let place = 0; place < a.length; place++) {
      const [one, other] = [certain(a[place]), certain(b[place])];
      const product = one.value * other.value;
      value += product;
      error +=
        Math.abs(one.value) * other.error +
        Math.abs(other.value) * one.error +
        one.error * other.error +
        unit * (Math.abs(product) + Math.abs(value)) +
        lost;
    }
    return { value, error: known(error) };
  },
  negate: ({ value, error }) => ({ value: -value, error }),
  divide: (a, b) => {
    const quotient = a.value / b.value;
    return rounded(quotient, (a.error + Math.abs(quotient) * b.error) / distanceFromZero(b));
  },
  // The second is never less, and no 0 · ∞ where the exponential is 0 and the error is not small.
  exp: ({ value, error }) =>
    rounded(
      Math.exp(value),
      error < 1 ? Math.exp(value) * Math.expm1(error) : Math.exp(value + error),
    ),
  log: (a) => rounded(Math.log(a.value), a.error / distanceFromZero(a)),
  normal: ({ value, error }) => {
    const share = distribution(value);
    // Φ is nowhere steeper than 1/√(2π), and right to 15 digits.
    return rounded(share, 0.4 * error + 32 * Number.EPSILON * share);
  },
  isPositive: ({ value }) => value > 0,
};

/** Whether two numbers can be one and the same, rounded on different ways. Where one overflowed on its way to 0, no error is known. */
export const mayBeEqual = (a: Rounded, b: Rounded): boolean =>
  (a.value === b.value && Number.isFinite(a.value)) ||
  Math.abs(a.value - b.value) <= a.error + b.error;

/** The same of numbers that are rounded once more where they are put in: far less than a reader could see. */
export const nearlyEqual = (a: Rounded, b: Rounded): boolean =>
  mayBeEqual(a, b) || Math.abs(a.value - b.value) <= 1e-11 * Math.max(1, Math.abs(a.value));

const unit = 2 * Number.EPSILON;

/** The next results round by half a unit in the last place, exp and log by one: two are granted to all. */
const rounded = (value: number, carried: number): Rounded => ({
  value,
  error: known(carried + unit * Math.abs(value) + lost),
});

/** What is lost of a result that is too small for all of its digits, or for any. */
const lost = Number.MIN_VALUE;

/** An error of 0 · ∞ has no bound. */
const known = (error: number): number => (Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);

/** How near to 0 the exact number may be; 0 where it may be 0 itself. */
const distanceFromZero = ({ value, error }: Rounded): number =>
  Math.max(0, Math.abs(value) - error);
