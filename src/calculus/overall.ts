import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import type { Quantity } from '../network/request.ts';
import { derivative, parameter, product, sum } from './build.ts';
import { chain, type Line } from './chain.ts';
import type { Chain } from './derivation.ts';
import type { Expression, Indexed, Variable } from './expression.ts';
import { variableOf } from './local.ts';

/** The error that derivations begin with: that of one example, without weight decay. */
export const dataLoss: Variable = { kind: 'data-loss' };

/** Whether the loss is more than the error of one example: a mean over several, or with weight decay on top. */
export const isComposite = ({ examples, loss }: Network): boolean =>
  examples.length > 1 || loss.decay !== undefined;

/** The left side of a gradient's derivation: the gradient itself, or one example's share in it. */
export const gradientOf = (network: Network, by: Quantity): Expression =>
  gradientOfAny(network, variableOf(by));
export const gradientOfAny = (network: Network, by: Variable | Indexed): Expression =>
  isComposite(network) ? derivative(dataLoss, by) : { kind: 'gradient', by };

/** E = 1/n Σ_e E_e + λ/2 Σ_w w², by the error of one example. */
export function lossAbove({ examples, loss }: Network): Expression {
  const mean: Expression =
    examples.length > 1 ? { kind: 'mean-over-examples', body: dataLoss } : dataLoss;
  return loss.decay === undefined ? mean : sum([mean, { kind: 'decay-term' }]);
}

/** ∂E/∂w = 1/n Σ_e ∂E_e/∂w + λw, where the loss is more than the error of one example; of a unit there is no such sum. */
export function overall(network: Network, by: Quantity, data?: Chain): readonly Chain[] {
  if (by.kind === 'unit') return [];
  const isWeight = certain(network.parameters[by.parameter]).kind === 'weight';
  return overallOf(network, parameter(by.parameter), isWeight, data);
}

/** The same of a parameter, or of all that an index stands for. */
export function overallOf(
  network: Network,
  wanted: Variable | Indexed,
  isWeight: boolean,
  data?: Chain,
): readonly Chain[] {
  if (!isComposite(network)) return [];
  const isBatch = network.examples.length > 1;
  const share = derivative(dataLoss, wanted);
  const mean: Expression = isBatch ? { kind: 'mean-over-examples', body: share } : share;
  const shrink: Expression = product([{ kind: 'decay' }, wanted]);
  const withDecay = (of: Expression): Expression =>
    network.loss.decay !== undefined && isWeight ? sum([of, shrink]) : of;
  const last = isBatch ? undefined : data?.steps.at(-1);
  // What was derived under a condition holds under it.
  const condition = data?.steps.find((step) => step.condition)?.condition;
  const inserted: readonly Line[] =
    last === undefined
      ? []
      : [{ rule: 'insert', after: withDecay(last.after), ...(condition && { condition }) }];
  const lines: readonly Line[] = [
    { rule: isBatch ? 'mean' : 'decay', after: withDecay(mean), subjects: [wanted] },
    ...inserted,
  ];
  return [chain({ kind: 'gradient', by: wanted }, lines)];
}
