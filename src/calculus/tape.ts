import { certain } from '../certain.ts';
import { type Field, normalDensity } from './field.ts';

/** A number that knows which numbers it was made from, and its derivative by each of them. */
export interface Recorded<T> {
  readonly value: T;
  /** Its place on the tape. */
  readonly place: number;
  readonly made: readonly Recorded<T>[];
  readonly slopes: readonly T[];
}

/** Arithmetic that writes down what it does, and what can be read from that. */
export interface Tape<T> {
  readonly field: Field<Recorded<T>>;
  readonly constant: (value: T) => Recorded<T>;
  /** The derivative of one result by each number of the tape, by its place; absent where that has no part in it. */
  readonly slopes: (of: Recorded<T>) => readonly (T | undefined)[];
}

/**
 * Reverse-mode differentiation of arithmetic (Linnainmaa 1970): all derivatives of one result by one walk back over
 * the operations that made it. It knows sums and products, but nothing of networks.
 */
export function tapeOf<T>(field: Field<T>): Tape<T> {
  const { from, add, multiply, dot, negate, divide, exp, log, normal, isPositive } = field;
  const tape: Recorded<T>[] = [];
  const record = (value: T, made: readonly Recorded<T>[], slopes: readonly T[]): Recorded<T> => {
    const result = { value, place: tape.length, made, slopes };
    tape.push(result);
    return result;
  };
  const one = from(1);
  const minusOne = from(-1);
  const constant = (value: T): Recorded<T> => record(value, [], []);
  return {
    constant,
    field: {
      from: (value, error) => constant(from(value, error)),
      add: (a, b) => record(add(a.value, b.value), [a, b], [one, one]),
      multiply: (a, b) => record(multiply(a.value, b.value), [a, b], [b.value, a.value]),
      dot: (start, a, b) => {
        const [as, bs] = [a.map(({ value }) => value), b.map(({ value }) => value)];
        return record(dot(start.value, as, bs), [start, ...a, ...b], [one, ...bs, ...as]);
      },
      negate: (a) => record(negate(a.value), [a], [minusOne]),
      divide: (a, b) => {
        const quotient = divide(a.value, b.value);
        return record(quotient, [a, b], [divide(one, b.value), negate(divide(quotient, b.value))]);
      },
      exp: (a) => {
        const power = exp(a.value);
        return record(power, [a], [power]);
      },
      log: (a) => record(log(a.value), [a], [divide(one, a.value)]),
      normal: (a) => record(normal(a.value), [a], [normalDensity(a.value, field)]),
      isPositive: (a) => isPositive(a.value),
    },
    slopes: (of) => {
      const slopes: (T | undefined)[] = Array.from({ length: of.place + 1 });
      slopes[of.place] = one;
      for (let place = of.place; place >= 0; place--) {
        const slope = slopes[place];
        if (slope === undefined) continue;
        const result = certain(tape[place]);
        for (const [at, origin] of result.made.entries()) {
          const before = slopes[origin.place];
          const more = multiply(slope, certain(result.slopes[at]));
          slopes[origin.place] = before === undefined ? more : add(before, more);
        }
      }
      return slopes;
    },
  };
}
