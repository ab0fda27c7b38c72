import type { Network, UnitId } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import {
  derivative,
  fraction,
  minus,
  negative,
  number,
  preactivation,
  product,
  sum,
  target,
  unit,
} from './build.ts';
import type { Line } from './chain.ts';
import type { Expression } from './expression.ts';
import { variableOf } from './local.ts';
import { lossForm } from './loss-form.ts';
import { shareLines } from './share-lines.ts';
import { isJointSoftmax, targetSum, targetsSumToOne, underTargetsSumToOne } from './softmax.ts';

/** Outputs at most for which the chain writes out how softmax joins each with each. */
const mostOutputs = 4;

/** Whether the gradient runs through a softmax of all outputs that its cross-entropy makes simple. */
export const collapsesBySoftmax = (network: Network, by: Quantity): boolean =>
  isJointSoftmax(network) &&
  network.outputs.length <= mostOutputs &&
  !(by.kind === 'unit' && network.outputs.includes(by.unit));

/**
 * From the cross-entropy of a softmax to the gradient. ∂y_k = y_k(∂z_k − Σ_j y_j ∂z_j), so that y_k cancels, and what
 * is left of each ∂z_j is y_j Σ_k t_k − t_j: y_j − t_j, where the targets sum to 1.
 */
export function softmaxLines(network: Network, by: Quantity): readonly Line[] {
  const { outputs } = network;
  const wanted = variableOf(by);
  const moved = (id: UnitId): Expression => derivative(preactivation(id), wanted);
  const others = outputs.map((id) => negative(product([unit(id), moved(id)])));
  const relative = (id: UnitId): Expression => sum([moved(id), ...others]);
  const each = (write: (id: UnitId) => Expression): Expression =>
    negative(sum(outputs.map((id) => product([write(id), relative(id)]))));
  const total = targetSum(network);
  const unsimplified = (id: UnitId): Expression => minus(product([unit(id), total]), target(id));
  const error = targetsSumToOne(network)
    ? (id: UnitId): Expression => minus(unit(id), target(id))
    : unsimplified;
  const collected = (of: (id: UnitId) => Expression): Expression =>
    sum(outputs.map((id) => product([of(id), moved(id)])));
  return [
    ...lossForm(network).opening(wanted),
    {
      rule: 'softmax',
      after: each((id) => product([fraction(target(id), unit(id)), unit(id)])),
    },
    { rule: 'cancel', after: each(target) },
    { rule: 'collect', after: collected(unsimplified) },
    ...underTargetsSumToOne(network, collected(error)),
    ...shareLines(network, by, {
      at: 'sum',
      lead: number(1),
      term: (id, inner) => product([error(id), inner]),
      zero: (id) => product([error(id), number(0)]),
      error,
      cancelled: () => undefined,
    }),
  ];
}
