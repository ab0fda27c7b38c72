import { certain } from '../certain.ts';
import { distribution } from './normal.ts';

/** What arithmetic needs to know of a kind of number. */
export interface Field<T> {
  /** A number that is exact, or that rounding has carried so far at most. */
  readonly from: (value: number, error?: number) => T;
  readonly add: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  /** start + a₁b₁ + a₂b₂ + …, added in this order: most of what a network computes, at once. */
  readonly dot: (start: T, a: readonly T[], b: readonly T[]) => T;
  readonly negate: (a: T) => T;
  readonly divide: (a: T, b: T) => T;
  readonly exp: (a: T) => T;
  readonly log: (a: T) => T;
  /** Φ, the distribution function of the standard normal distribution. */
  readonly normal: (a: T) => T;
  readonly isPositive: (a: T) => boolean;
}

export const numbers: Field<number> = {
  from: (value) => value,
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  dot: (start, a, b) => a.reduce((sum, each, place) => sum + each * certain(b[place]), start),
  negate: (a) => -a,
  divide: (a, b) => a / b,
  exp: Math.exp,
  log: Math.log,
  normal: distribution,
  isPositive: (a) => a > 0,
};

/** A fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const rationals: Field<Rational> = {
  from: (value) => rational(value),
  add: (a, b) =>
    reduced(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator,
    ),
  multiply: (a, b) => reduced(a.numerator * b.numerator, a.denominator * b.denominator),
  dot: (start, a, b) =>
    a.reduce(
      (sum, each, place) => rationals.add(sum, rationals.multiply(each, certain(b[place]))),
      start,
    ),
  negate: (a) => ({ numerator: -a.numerator, denominator: a.denominator }),
  divide: (a, b) => reduced(a.numerator * b.denominator, a.denominator * b.numerator),
  exp: irrational,
  log: irrational,
  normal: irrational,
  isPositive: (a) => a.numerator > 0n,
};

function irrational(): never {
  throw new RangeError('a rational has no rational exponential, logarithm or error function');
}

/** A value with its derivative: a + b ε with ε² = 0, so that arithmetic differentiates by itself (Clifford 1873). */
export interface Dual<T> {
  readonly value: T;
  readonly tangent: T;
}

export function duals<T>(field: Field<T>): Field<Dual<T>> {
  const { from, add, multiply, dot, negate, divide, exp, log, normal, isPositive } = field;
  const quotientTangent = (a: Dual<T>, b: Dual<T>): T =>
    divide(
      add(multiply(a.tangent, b.value), negate(multiply(a.value, b.tangent))),
      multiply(b.value, b.value),
    );
  return {
    from: (value, error) => ({ value: from(value, error), tangent: from(0) }),
    add: (a, b) => ({ value: add(a.value, b.value), tangent: add(a.tangent, b.tangent) }),
    multiply: (a, b) => ({
      value: multiply(a.value, b.value),
      tangent: add(multiply(a.tangent, b.value), multiply(a.value, b.tangent)),
    }),
    dot: (start, a, b) => {
      const [as, bs] = [a.map(valuePart), b.map(valuePart)];
      return {
        value: dot(start.value, as, bs),
        tangent: dot(dot(start.tangent, a.map(tangentPart), bs), as, b.map(tangentPart)),
      };
    },
    negate: (a) => ({ value: negate(a.value), tangent: negate(a.tangent) }),
    divide: (a, b) => ({ value: divide(a.value, b.value), tangent: quotientTangent(a, b) }),
    exp: (a) => ({ value: exp(a.value), tangent: multiply(exp(a.value), a.tangent) }),
    log: (a) => ({ value: log(a.value), tangent: divide(a.tangent, a.value) }),
    normal: (a) => ({
      value: normal(a.value),
      tangent: multiply(normalDensity(a.value, field), a.tangent),
    }),
    isPositive: (a) => isPositive(a.value),
  };
}

const valuePart = <T>({ value }: Dual<T>): T => value;
const tangentPart = <T>({ tangent }: Dual<T>): T => tangent;

/** φ, the density of the standard normal distribution: e^(−a²/2)/√(2π). */
export function normalDensity<T>(a: T, { divide, exp, from, multiply, negate }: Field<T>): T {
  const bell = exp(negate(divide(multiply(a, a), from(2))));
  return multiply(from(1 / Math.sqrt(2 * Math.PI)), bell);
}

/** A finite number exactly as its shortest decimal reads: 0.1 is one tenth. */
export function rational(value: number): Rational {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const [digits, exponent] = value.toExponential().split('e');
  const [whole, decimals = ''] = certain(digits).split('.');
  const power = Number(exponent) - decimals.length;
  const tenTo = (exponent: number): bigint => 10n ** BigInt(Math.max(0, exponent));
  return reduced(BigInt(certain(whole) + decimals) * tenTo(power), tenTo(-power));
}

function reduced(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * gcd(numerator < 0n ? -numerator : numerator, sign * denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Whether two rationals are the same number: both are in lowest terms. */
export const isSameRational = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

/** The greatest common divisor; the second is not 0. */
function gcd(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
