import { describe, expect, it } from 'vitest';
import { applied, hasCurve, softmax } from '../../src/calculus/activation.ts';
import { alike, derivative, number, product } from '../../src/calculus/build.ts';
import type { Expression } from '../../src/calculus/expression.ts';
import { duals, isSameRational, numbers, rational, rationals } from '../../src/calculus/field.ts';
import { sizeOf } from '../../src/calculus/matrix.ts';
import { sloped } from '../../src/calculus/slope.ts';
import type { Activation } from '../../src/network/network.ts';
import { networkOf } from '../support/network.ts';

describe('an activation', () => {
  const values: readonly (readonly [Activation, number, number])[] = [
    [{ name: 'identity' }, 2, 2],
    [{ name: 'identity' }, -2, -2],
    [{ name: 'sigmoid' }, 0, 0.5],
    [{ name: 'sigmoid' }, 2, 0.8807970779778823],
    [{ name: 'tanh' }, 1, 0.7615941559557649],
    [{ name: 'relu' }, 2, 2],
    [{ name: 'relu' }, -2, 0],
    [{ name: 'leaky-relu', slope: 0.1 }, 2, 2],
    [{ name: 'leaky-relu', slope: 0.1 }, -2, -0.2],
    [{ name: 'softplus' }, 0, Math.LN2],
    [{ name: 'softplus' }, 2, 2.1269280110429727],
    [{ name: 'gelu' }, 1, 0.8413447460685429],
    [{ name: 'gelu' }, -1, -0.15865525393145707],
    [{ name: 'gelu-tanh' }, 1, 0.8411919906082768],
  ];

  it.each(values)('%j of %s is %s', (activation, z, value) => {
    expect(applied(activation, false, z, numbers)).toBeCloseTo(value, 9);
  });

  it.each(values)('%j has at %s the slope of its curve', (activation, z) => {
    const at = (x: number): number => applied(activation, false, x, numbers);
    const step = 1e-5;
    const quotient = (at(z + step) - at(z - step)) / (2 * step);
    const field = duals(numbers);
    expect(applied(activation, true, z, numbers)).toBeCloseTo(quotient, 7);
    expect(applied(activation, false, { value: z, tangent: 1 }, field).tangent).toBeCloseTo(
      quotient,
      7,
    );
  });

  it.each<Activation>([{ name: 'relu' }, { name: 'leaky-relu', slope: 0.1 }])(
    '%j has at its kink the slope from below',
    (activation) => {
      expect(applied(activation, true, 0, numbers)).toBe(activation.slope ?? 0);
    },
  );

  it.each(['sigmoid', 'tanh', 'softplus', 'gelu', 'gelu-tanh'] as const)(
    '%s saturates, and its slope with it, without a number that grows beyond all bounds',
    (name) => {
      const field = duals(numbers);
      for (const z of [-1000, -800, 800, 1000]) {
        const { value, tangent } = applied({ name }, false, { value: z, tangent: 1 }, field);
        const isFlat = z < 0 || name === 'sigmoid' || name === 'tanh';
        expect(tangent).toBeCloseTo(isFlat ? 0 : 1, 12);
        expect(Number.isFinite(value)).toBe(true);
        expect(applied({ name }, true, z, numbers)).toBeCloseTo(isFlat ? 0 : 1, 12);
      }
    },
  );

  it('of one number is no softmax, which has no curve', () => {
    expect(hasCurve({ name: 'softmax' })).toBe(false);
    expect(hasCurve({ name: 'identity' })).toBe(true);
    expect(() => applied({ name: 'softmax' }, false, 1, numbers)).toThrow(
      'softmax is no function of one number',
    );
  });
});

describe('softmax', () => {
  it('shares out 1 by the powers of e, whatever the size of the sums', () => {
    const [a = 0, b = 0] = softmax([1000, 1000 + Math.log(3)], numbers);
    expect([a, b]).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.75, 9)]);
    expect(softmax([-1000, 0, -1000], numbers)).toEqual([0, 1, 0]);
  });
});

describe('a rational', () => {
  it.each([
    [0.1, 1n, 10n],
    [-0.75, -3n, 4n],
    [3, 3n, 1n],
    [0, 0n, 1n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 3n, 20_000_000n],
    [1.25e22, 125n * 10n ** 20n, 1n],
  ])('%s is exact', (value, numerator, denominator) => {
    expect(rational(value)).toEqual({ numerator, denominator });
  });

  it('is added, multiplied and divided in lowest terms', () => {
    const [half, third] = [rational(0.5), { numerator: 1n, denominator: 3n }];
    expect(rationals.add(half, third)).toEqual({ numerator: 5n, denominator: 6n });
    expect(rationals.multiply(half, rational(4))).toEqual({ numerator: 2n, denominator: 1n });
    expect(rationals.divide(half, rational(-2))).toEqual({ numerator: -1n, denominator: 4n });
    expect(rationals.negate(half)).toEqual({ numerator: -1n, denominator: 2n });
    expect(rationals.add(half, rational(-0.5))).toEqual({ numerator: 0n, denominator: 1n });
    expect([half, rational(0), rational(-1)].map(rationals.isPositive)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has no quotient by 0, and no powers of e', () => {
    expect(() => rationals.divide(rational(1), rational(0))).toThrow('division by zero');
    for (const work of [rationals.exp, rationals.log, rationals.normal])
      expect(() => work(rational(1))).toThrow('a rational has no rational exponential');
  });

  it('is the same as another where both parts are', () => {
    const [half, third] = [rational(0.5), { numerator: 1n, denominator: 3n }];
    expect(isSameRational(half, rational(0.5))).toBe(true);
    expect(isSameRational(half, third)).toBe(false);
    expect(isSameRational(half, rational(1.5))).toBe(false);
  });
});

describe('a matrix', () => {
  const network = networkOf('x[3] -> h[2] -> y[1]');
  const vector = (layer: number): Expression => ({ kind: 'vector', of: 'unit-at', layer });
  const weights: Expression = { kind: 'weight-matrix', layer: 1 };
  const product = (...factors: readonly Expression[]): Expression => ({
    kind: 'matrix-product',
    factors,
  });

  it.each<readonly [string, Expression, number, number]>([
    ['a vector', vector(0), 3, 1],
    ['the weights to a layer', weights, 2, 3],
    ['a transpose', { kind: 'transpose', body: weights }, 3, 2],
    ['a diagonal', { kind: 'diagonal', body: vector(1) }, 2, 2],
    ['a product', product(weights, vector(0)), 2, 1],
    ['an outer product', product(vector(1), { kind: 'transpose', body: vector(0) }), 2, 3],
    ['a sum', { kind: 'sum', terms: [number(1), vector(1)] }, 2, 1],
    [
      'a sum with a row',
      { kind: 'sum', terms: [number(1), { kind: 'transpose', body: vector(0) }] },
      1,
      3,
    ],
    ['a product of three', product(weights, { kind: 'transpose', body: weights }, vector(1)), 2, 1],
    [
      'a derivative',
      { kind: 'derivative', of: { kind: 'loss' }, by: { kind: 'vector', of: 'unit-at', layer: 0 } },
      3,
      1,
    ],
    ['a sum of numbers', { kind: 'sum', terms: [number(1), number(2)] }, 1, 1],
    ['a negative', { kind: 'negative', body: vector(1) }, 2, 1],
    ['a product with a number', { kind: 'product', factors: [number(2), vector(1)] }, 2, 1],
    ['entry by entry', { kind: 'hadamard', factors: [vector(1), vector(1)] }, 2, 1],
    ['a power', { kind: 'power', base: vector(1), exponent: 2 }, 2, 1],
    ['a fraction', { kind: 'fraction', numerator: number(1), denominator: vector(0) }, 3, 1],
    [
      'an activation',
      { kind: 'apply', activation: { name: 'relu' }, prime: false, argument: vector(1) },
      2,
      1,
    ],
    ['a gradient', { kind: 'gradient', by: { kind: 'weight-matrix', layer: 1 } }, 2, 3],
    ['a mean', { kind: 'mean-over-examples', body: vector(1) }, 2, 1],
    ['a number', number(3), 1, 1],
  ])('has rows and columns: %s', (_, expression, rows, columns) => {
    expect(sizeOf(expression, network)).toEqual({ rows, columns });
  });
});

describe('a slope', () => {
  const apply = (argument: Expression, prime = true): Expression => ({
    kind: 'apply',
    activation: { name: 'sigmoid' },
    prime,
    argument,
  });
  const z: Expression = { kind: 'preactivation', unit: 3 };

  it('is written by the unit’s value where there is one', () => {
    const a: Expression = { kind: 'unit', unit: 3 };
    const rest: Expression = {
      kind: 'sum',
      terms: [number(1), { kind: 'negative', body: a }],
    };
    expect(sloped(apply(z))).toEqual({ kind: 'product', factors: [a, rest] });
    expect(sloped({ kind: 'negative', body: apply(z) })).toEqual({
      kind: 'negative',
      body: { kind: 'product', factors: [a, rest] },
    });
  });

  it('stays where there is none: of another argument, another function, or no slope at all', () => {
    for (const each of [
      apply(number(2)),
      apply(z, false),
      { ...apply(z), activation: { name: 'relu' } } as Expression,
    ])
      expect(sloped(each)).toEqual(each);
  });
});

describe('two expressions', () => {
  const of = (...values: readonly number[]) => product(values.map(number));
  it('are written alike where all of their parts are', () => {
    expect(alike(of(2, 3), of(2, 3))).toBe(true);
    for (const other of [of(2, 4), of(2, 3, 4), of(3, 2), number(2)]) {
      expect(alike(of(2, 3), other)).toBe(false);
      expect(alike(other, of(2, 3))).toBe(false);
    }
    const whole = derivative({ kind: 'unit', unit: 2 }, { kind: 'unit', unit: 0 });
    const direct = { ...whole, direct: true } as Expression;
    expect(alike(whole, direct)).toBe(false);
    expect(alike(direct, whole)).toBe(false);
  });
});
