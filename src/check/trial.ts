import { isLinear } from '../calculus/activation.ts';
import { evaluate } from '../calculus/evaluate.ts';
import type { Expression } from '../calculus/expression.ts';
import { type Rational, rational, rationals } from '../calculus/field.ts';
import { randomPoint, randomSource } from '../calculus/point.ts';
import { provingPoints, underCondition } from '../calculus/proving-points.ts';
import { mayBeEqual, type Rounded, roundeds } from '../calculus/rounded.ts';
import { type World, worldAt } from '../calculus/world.ts';
import type { Network } from '../network/network.ts';

/** A point at which expressions are compared. */
export interface Trial {
  /** Whether two expressions have one value here; absent where one of them has none that can be told. */
  readonly agree: (a: Expression, b: Expression) => boolean | undefined;
  /** A value as an author reads it; “?” where there is none that can be told. */
  readonly show: (expression: Expression) => string;
}

const seed = 2718;
/** Sizes of the whole numbers at each exact point: small ones first, since those are shown. */
const sizes = [5, 9, 99, 999];
/** Largest network that is tried with exact rationals, in edges: their numerators grow with the depth. */
const mostExactEdges = 400;
/** A mean over three examples is right where one over sixty is. */
const mostExamples = 3;
/** Past this share of a value, rounding would hide mistakes. */
const mostRounding = 1e-9;

/**
 * The points at which the equations of a network are tried, the same on every run: whole numbers and exact arithmetic
 * where the network is linear, else floating-point numbers that know their rounding.
 */
export function trialsOf(network: Network): readonly Trial[] {
  if (!isExact(network))
    return provingPoints(network).map((there) => {
      const { point, batch } = isShared(network) ? underCondition(network, there) : there;
      return trial(worldAt(network, point, roundeds, batch), rounding);
    });
  const random = randomSource(seed);
  return sizes.map((size) => {
    const draw = (): Rational =>
      rational((random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * size)));
    const point = randomPoint(network, draw);
    const others = Array.from(
      { length: Math.min(network.examples.length, mostExamples) - 1 },
      () => ({
        ...randomPoint(network, draw),
        parameters: point.parameters,
      }),
    );
    return trial(worldAt(network, point, rationals, [point, ...others]), exactly);
  });
}

/** Cross-entropy takes the targets for the shares of a whole: they sum to 1. */
const isShared = ({ loss }: Network): boolean => loss.name === 'cross-entropy';

const isExact = ({ units, edges, loss }: Network): boolean =>
  edges.length <= mostExactEdges &&
  loss.name.endsWith('squared') &&
  units.every((unit) => isLinear(unit.activation));

interface Reading<T> {
  readonly same: (a: T, b: T) => boolean;
  readonly isSound: (value: T) => boolean;
  readonly show: (value: T) => string;
}

const exactly: Reading<Rational> = {
  same: (a, b) => a.numerator === b.numerator && a.denominator === b.denominator,
  isSound: () => true,
  show: ({ numerator, denominator }) =>
    denominator === 1n ? String(numerator) : `${numerator}/${denominator}`,
};

const rounding: Reading<Rounded> = {
  same: mayBeEqual,
  isSound: ({ value, error }) =>
    Number.isFinite(value) && error <= mostRounding * Math.max(1, Math.abs(value)),
  show: ({ value }) => String(Number(value.toPrecision(6))),
};

function trial<T>(world: World<T>, { same, isSound, show }: Reading<T>): Trial {
  const known = new Map<Expression, T | undefined>();
  const at = (expression: Expression): T | undefined => {
    if (!known.has(expression)) known.set(expression, computed(expression, world));
    const value = known.get(expression);
    return value !== undefined && isSound(value) ? value : undefined;
  };
  return {
    agree: (a, b) => {
      const [left, right] = [at(a), at(b)];
      return left === undefined || right === undefined ? undefined : same(left, right);
    },
    show: (expression) => {
      const value = at(expression);
      return value === undefined ? '?' : show(value);
    },
  };
}

/** No value where a rational is divided by 0, or has no rational logarithm. */
function computed<T>(expression: Expression, world: World<T>): T | undefined {
  try {
    return evaluate(expression, world);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
