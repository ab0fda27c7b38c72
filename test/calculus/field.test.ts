import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duals, numbers, rational, rationals } from '../../src/calculus/field.ts';

const fraction = fc
  .tuple(fc.bigInt(-99n, 99n), fc.bigInt(1n, 99n))
  .map(([numerator, denominator]) =>
    rationals.divide({ numerator, denominator: 1n }, { numerator: denominator, denominator: 1n }),
  );

describe('rationals', () => {
  it('are exact where floating-point numbers are not', () => {
    expect(rationals.add(rational(0.1), rational(0.2))).toEqual(rational(0.3));
    expect(rational(1.5e-7)).toEqual({ numerator: 3n, denominator: 20_000_000n });
    expect(rational(-120)).toEqual({ numerator: -120n, denominator: 1n });
  });

  it('obey the laws of a field', () => {
    const { add, multiply, negate, divide } = rationals;
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, negate(a))).toEqual(rational(0));
        if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });
});

describe('dual numbers', () => {
  it('differentiate products and quotients as a textbook does', () => {
    const { multiply, divide } = duals(numbers);
    const [f, g] = [
      { value: 3, tangent: 2 },
      { value: 4, tangent: 5 },
    ];
    expect(multiply(f, g)).toEqual({ value: 12, tangent: 2 * 4 + 3 * 5 });
    expect(divide(f, g)).toEqual({ value: 0.75, tangent: (2 * 4 - 3 * 5) / 16 });
  });
});
