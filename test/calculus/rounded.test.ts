import { describe, expect, it } from 'vitest';
import { distribution } from '../../src/calculus/normal.ts';
import { mayBeEqual, type Rounded, roundeds } from '../../src/calculus/rounded.ts';

const { add, divide, dot, exp, log, multiply, negate, normal } = roundeds;
const uncertain = (value: number, error: number): Rounded => ({ value, error });
/** The exact numbers that one may stand for: its ends, and itself. */
const within = ({ value, error }: Rounded): readonly number[] => [
  value - error,
  value,
  value + error,
];

describe('an error is as large as what it stands for', () => {
  const numbers = [
    uncertain(2, 0.001),
    uncertain(-3, 0.5),
    uncertain(0.1, 0.05),
    uncertain(7, 0),
    uncertain(-0.25, 1e-9),
  ];
  const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
  const one: readonly (readonly [string, (a: Rounded) => Rounded, (a: number) => number])[] = [
    ['−a', negate, (a) => -a],
    ['e^a', exp, Math.exp],
    ['ln a', (a) => log(uncertain(Math.abs(a.value), a.error)), (a) => Math.log(Math.abs(a))],
  ];
  const two: readonly (readonly [
    string,
    (a: Rounded, b: Rounded) => Rounded,
    (a: number, b: number) => number,
  ])[] = [
    ['a + b', add, (a, b) => a + b],
    ['a · b', multiply, (a, b) => a * b],
    ['a / b', divide, (a, b) => a / b],
    ['1 + a · b + a · b', (a, b) => dot(roundeds.from(1), [a, a], [b, b]), (a, b) => 1 + 2 * a * b],
  ];

  /** What rounding does to the test itself. */
  const slack = 1e-13;
  /** How far the exact results lie from the one that is told. */
  const farthest = (told: Rounded, exact: readonly number[]): number =>
    Math.max(...exact.map((each) => Math.abs(each - told.value)));

  it.each(one)('%s', (_, rounded, exact) => {
    for (const a of numbers) {
      const told = rounded(a);
      const far = farthest(told, within(a).map(exact));
      expect(told.error).toBeGreaterThan(far - slack);
      expect(told.error).toBeLessThan(4 * far + 1e-15 * Math.abs(told.value) + slack);
    }
  });

  it.each(two)('%s', (_, rounded, exact) => {
    for (const [a, b] of pairs) {
      const told = rounded(a, b);
      const all = within(a).flatMap((x) => within(b).map((y) => exact(x, y)));
      const far = farthest(told, all);
      expect(told.error).toBeGreaterThan(far - slack);
      expect(told.error).toBeLessThan(4 * far + 1e-15 * Math.abs(told.value) + slack);
    }
  });

  it('Φ(a), which is nowhere steeper than 1/√(2π)', () => {
    for (const a of numbers) {
      const told = normal(a);
      expect(told.error).toBeGreaterThan(farthest(told, within(a).map(distribution)) - slack);
      expect(told.error).toBeLessThan(0.41 * a.error + slack);
    }
    expect(normal(roundeds.from(1)).error).toBeGreaterThan(Number.EPSILON);
    // A share of the result, however small it is.
    expect(normal(roundeds.from(-10)).error).toBeLessThan(1e-37);
  });

  it('tells what is lost where a number is too small to be held', () => {
    const tiny = roundeds.from(1e-200);
    const exactly = 3e-320;
    // 3e-320 has three digits, and the square of 1e-200 none.
    const held = multiply(roundeds.from(3e-160), roundeds.from(1e-160));
    expect(Math.abs(held.value - exactly)).toBeLessThanOrEqual(held.error);
    expect(divide(roundeds.from(1), multiply(tiny, tiny)).error).toBe(Number.POSITIVE_INFINITY);
    const back = divide(held, roundeds.from(1e-160));
    expect(mayBeEqual(back, roundeds.from(3e-160))).toBe(true);
    const summed = dot(roundeds.from(0), [tiny], [tiny]);
    expect(summed.error).toBeGreaterThan(0);
  });

  it('grows by every rounding, and by no more', () => {
    const third = divide(roundeds.from(1), roundeds.from(3));
    expect(third.error / third.value).toBeGreaterThan(Number.EPSILON / 2);
    expect(third.error / third.value).toBeLessThan(4 * Number.EPSILON);
    const sum = dot(roundeds.from(0), [roundeds.from(3)], [roundeds.from(1 / 3)]);
    expect(sum.error).toBeGreaterThan(Number.EPSILON / 2);
    expect(sum.error).toBeLessThan(8 * Number.EPSILON);
  });

  it('has no bound where the number itself has none, or may be 0 below a line', () => {
    const huge = multiply(uncertain(1e200, 1e190), uncertain(1e200, 1e190));
    expect(huge).toEqual(uncertain(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY));
    expect(log(uncertain(0.1, 0.2)).error).toBe(Number.POSITIVE_INFINITY);
    expect(divide(roundeds.from(1), uncertain(0.1, 0.1)).error).toBe(Number.POSITIVE_INFINITY);
    expect(multiply(roundeds.from(0), uncertain(1, Number.POSITIVE_INFINITY)).error).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(
      dot(roundeds.from(0), [roundeds.from(0)], [uncertain(1, Number.POSITIVE_INFINITY)]).error,
    ).toBe(Number.POSITIVE_INFINITY);
    // e^(−1000 + 800) is not.
    expect(exp(uncertain(-1000, 800)).error).toBeCloseTo(Math.exp(-200), 100);
    expect(exp(uncertain(-1000, 800)).error).toBeGreaterThan(0.9 * Math.exp(-200));
    // e^−1000 is too small to be held, and e^(−1000 ± 2) as well.
    expect(exp(uncertain(-1000, 2))).toEqual(uncertain(0, Number.MIN_VALUE));
  });
});

describe('two numbers', () => {
  it.each([
    [uncertain(1, 0), uncertain(1, 0), true],
    [uncertain(1, 0.25), uncertain(1.5, 0.25), true],
    [uncertain(1, 0.25), uncertain(1.5, 0.125), false],
    [uncertain(1.5, 0.125), uncertain(1, 0.25), false],
    [uncertain(1, Number.NaN), uncertain(1, 0), true],
    [uncertain(Number.POSITIVE_INFINITY, 0), uncertain(Number.POSITIVE_INFINITY, 0), false],
    [uncertain(Number.NaN, 0), uncertain(Number.NaN, 0), false],
  ])('%j and %j may be one: %s', (a, b, expected) => {
    expect(mayBeEqual(a, b)).toBe(expected);
  });
});

describe('the distribution function of the standard normal distribution', () => {
  // Abramowitz and Stegun, tables 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [2, 0.977249868051821],
    [2.5, 0.993790334674224],
    [-2.5, 0.006209665325776],
    [3, 0.99865010196837],
    [40, 1],
  ])('at %d is %d', (z, expected) => {
    expect(distribution(z)).toBeCloseTo(expected, 14);
  });

  // Worked out to 30 digits by mpmath.
  it.each([
    [0.5, 0.6914624612740131],
    [1.5, 0.9331927987311419],
    [1.9, 0.9712834401839981],
    [-1.5, 0.06680720126885807],
    [-1.9, 0.0287165598160018],
  ])('has 15 digits near 0: at %d it is %d', (z, expected) => {
    expect(Math.abs(distribution(z) - expected)).toBeLessThan(4e-16);
  });

  it.each([
    [-1.99, 0.023295467750211823],
    [-3, 0.0013498980316300946],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160527e-24],
  ])('has all its digits in the tail: at %d it is %d', (z, expected) => {
    expect(Math.abs(distribution(z) / expected - 1)).toBeLessThan(2e-14);
  });

  it('goes over from one way of working it out to the other without a step', () => {
    for (const z of [-2, 2]) {
      const [before, after] = [distribution(z - 1e-12), distribution(z + 1e-12)];
      expect(Math.abs(after - before)).toBeLessThan(1e-12);
    }
  });
});
