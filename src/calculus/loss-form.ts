import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import {
  alike,
  derivative,
  differentiate,
  fraction,
  half,
  logarithm,
  minus,
  negative,
  number,
  product,
  square,
  sum,
  target,
  unit,
} from './build.ts';
import type { Line } from './chain.ts';
import type { Expression, Variable } from './expression.ts';
import { written } from './factor.ts';

/** How a loss is written, and its derivative on the way to the gradient. */
export interface LossForm {
  /** E over all outputs. */
  readonly value: Expression;
  /** What stands before the sum over the outputs in the gradient: 2/n, or 1. */
  readonly lead: Expression;
  /** ∂E/∂y for an output y with the target t, without the lead. */
  readonly error: (y: Expression, t: Expression) => Expression;
  /** From the loss written out to the line in which the derivatives of the outputs are all that is left. */
  readonly opening: (by: Variable) => readonly Line[];
  /** One output's term of that line, for whatever its derivative has become by then. */
  readonly term: (output: UnitId, derivative: Expression) => Expression;
  /** The same for an output whose derivative is 0. */
  readonly zero: (output: UnitId) => Expression;
  /** ∂E/∂y times the slope of the output where the two cancel, as in (y − t)/(y(1 − y)) times y(1 − y). */
  readonly cancelled: (output: UnitId) => Expression | undefined;
  /** The same for any output whose slope cancels. */
  readonly cancelledBy: (y: Expression, t: Expression) => Expression;
}

/** The form of the network's loss. */
export function lossForm(network: Network): LossForm {
  const { outputs, loss } = network;
  const count = outputs.length;
  const isSigmoid = (id: UnitId): boolean =>
    certain(network.units[id]).activation.name === 'sigmoid';
  switch (loss.name) {
    case 'squared':
      return squares(outputs, half, number(1));
    case 'mean-squared':
      return squares(outputs, share(1, count), share(2, count));
    case 'binary-cross-entropy':
      return binaryCrossEntropy(outputs, isSigmoid);
    case 'cross-entropy':
      return crossEntropy(outputs, isSigmoid);
  }
}

/** a/n, as a whole number where it is one. */
const share = (a: number, n: number): Expression =>
  a % n === 0 ? number(a / n) : fraction(number(a), number(n));

/** c Σ_k (t_k − y_k)²: 2c Σ_k (t_k − y_k)(0 − ∂y_k/∂w) */
function squares(outputs: readonly UnitId[], factor: Expression, lead: Expression): LossForm {
  const error = (id: UnitId): Expression => minus(target(id), unit(id));
  const term = (id: UnitId, inner: Expression): Expression =>
    product([error(id), minus(number(0), inner)]);
  const value = written([factor, sum(outputs.map((id) => square(error(id))))]);
  return {
    value,
    lead,
    error: (y, t) => minus(y, t),
    opening: (by) => [
      { rule: 'insert-loss', after: differentiate(by, value) },
      {
        rule: 'power-rule',
        after: written([
          lead,
          sum(outputs.map((id) => product([error(id), differentiate(by, error(id))]))),
        ]),
        subjects: alike(lead, number(1)) ? [] : [lead],
      },
      {
        rule: 'constant',
        after: written([lead, sum(outputs.map((id) => term(id, derivative(unit(id), by))))]),
        subjects: outputs.map(target),
      },
    ],
    term,
    zero: (id) => product([error(id), number(0)]),
    cancelled: () => undefined,
    cancelledBy: minus,
  };
}

/** −Σ_k t_k ln y_k + (1 − t_k) ln(1 − y_k): Σ_k (y_k − t_k)/(y_k(1 − y_k)) ∂y_k/∂w */
function binaryCrossEntropy(
  outputs: readonly UnitId[],
  isSigmoid: (id: UnitId) => boolean,
): LossForm {
  const logarithms = sum(
    outputs.flatMap((id) => [
      product([target(id), logarithm(unit(id))]),
      product([rest(target(id)), logarithm(rest(unit(id)))]),
    ]),
  );
  const quotients = (id: UnitId): Expression =>
    minus(fraction(target(id), unit(id)), fraction(rest(target(id)), rest(unit(id))));
  const error = (y: Expression, t: Expression): Expression =>
    fraction(minus(y, t), product([y, rest(y)]));
  const errorOf = (id: UnitId): Expression => error(unit(id), target(id));
  const term = (id: UnitId, inner: Expression): Expression => written([errorOf(id), inner]);
  const each = (write: (id: UnitId) => Expression): Expression => sum(outputs.map(write));
  return {
    value: negative(logarithms),
    lead: number(1),
    error,
    opening: (by) => [
      { rule: 'insert-loss', after: negative(differentiate(by, logarithms)) },
      {
        rule: 'logarithm',
        after: negative(each((id) => product([quotients(id), derivative(unit(id), by)]))),
        subjects: outputs.map(target),
      },
      { rule: 'common-denominator', after: each((id) => term(id, derivative(unit(id), by))) },
    ],
    term,
    zero: (id) => product([errorOf(id), number(0)]),
    cancelled: (id) => (isSigmoid(id) ? minus(unit(id), target(id)) : undefined),
    cancelledBy: minus,
  };
}

/** −Σ_k t_k ln y_k: −Σ_k t_k/y_k ∂y_k/∂w */
function crossEntropy(outputs: readonly UnitId[], isSigmoid: (id: UnitId) => boolean): LossForm {
  const logarithms = sum(outputs.map((id) => product([target(id), logarithm(unit(id))])));
  const cancelled = (y: Expression, t: Expression): Expression => negative(product([t, rest(y)]));
  const share = (id: UnitId): Expression => fraction(target(id), unit(id));
  const term = (id: UnitId, inner: Expression): Expression => negative(product([share(id), inner]));
  return {
    value: negative(logarithms),
    lead: number(1),
    error: (y, t) => negative(fraction(t, y)),
    opening: (by) => [
      { rule: 'insert-loss', after: negative(differentiate(by, logarithms)) },
      {
        rule: 'logarithm',
        after: sum(outputs.map((id) => term(id, derivative(unit(id), by)))),
        subjects: outputs.map(target),
      },
    ],
    term,
    zero: (id) => term(id, number(0)),
    cancelled: (id) => (isSigmoid(id) ? cancelled(unit(id), target(id)) : undefined),
    cancelledBy: cancelled,
  };
}

const rest = (part: Expression): Expression => minus(number(1), part);
