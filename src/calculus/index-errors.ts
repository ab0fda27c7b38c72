import { certain } from '../certain.ts';
import type { Activation, Network } from '../network/network.ts';
import { isLinear } from './activation.ts';
import { derivative, fraction, minus, negative, product, sumOver } from './build.ts';
import { chain, type Line } from './chain.ts';
import { errorAt } from './collapse.ts';
import { activationOf } from './dense.ts';
import type { Chain } from './derivation.ts';
import type { Expression, Index } from './expression.ts';
import { signedProduct } from './factor.ts';
import { carriedBack, deltaAt, letterAt, otherAt, sumAt, targetAt, unitAt } from './indexed.ts';
import { otherLetter } from './letters.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss } from './overall.ts';
import { sloped } from './slope.ts';
import { isJointSoftmax, underTargetsSumToOne } from './softmax.ts';

/** The error terms of a layer: δ_k of the outputs, δ_j = φ′(z_j) Σ_k w_{kj} δ_k of any other. */
export function errorTermsAt(network: Network, layer: number): readonly Chain[] {
  const activation = certain(activationOf(network, layer));
  if (activation.name === 'softmax') return softmaxChains(network, layer);
  const isLast = layer === network.layers.length - 1;
  const slope = slopeAt(network, layer, activation);
  const whole = isLast
    ? signedProduct([errorAtOutputs(network), ...slope])
    : product([...slope, carriedBack(network, layer)]);
  const cancelled = isLast ? cancelledAt(network) : undefined;
  return [
    chain(deltaAt(network, layer), [
      { rule: 'error-term', after: whole },
      { rule: 'slope', after: sloped(whole) },
      ...(cancelled === undefined ? [] : [{ rule: 'cancel' as const, after: cancelled }]),
    ]),
  ];
}

/** ∂E/∂y_k of any output, with what else the loss brings. */
export function errorAtOutputs(network: Network): Expression {
  const { lead, error } = lossForm(network);
  return signedProduct([lead, errorAt(network, error)]);
}

/** What is left of the loss and the slope of the outputs where they cancel. */
function cancelledAt(network: Network): Expression | undefined {
  return lossForm(network).cancelled(certain(network.outputs[0])) === undefined
    ? undefined
    : errorAt(network, lossForm(network).cancelledBy);
}

/** φ′(z_j) of a layer; nothing for a linear one. */
function slopeAt(network: Network, layer: number, activation: Activation): readonly Expression[] {
  if (isLinear(activation)) return [];
  const argument = sumAt(layer, letterAt(network, layer));
  return [{ kind: 'apply', activation, prime: true, argument }];
}

/** δ_k = Σ_m ∂E/∂a_m a_m([m = k] − a_k), and what is left of it. */
function softmaxChains(network: Network, layer: number): readonly Chain[] {
  const [k, m] = [letterAt(network, layer), otherAt(network)];
  const other = otherLetter(network);
  const isLast = layer === network.layers.length - 1;
  const toValue = (at: Index): Expression => derivative(dataLoss, unitAt(layer, at));
  const jacobian: Line = {
    rule: 'chain-rule',
    after: sumOver(
      other,
      layer,
      product([toValue(m), derivative(unitAt(layer, m), sumAt(layer, k))]),
    ),
    subjects: [unitAt(layer, m)],
  };
  if (isLast && isJointSoftmax(network))
    return [chain(deltaAt(network, layer), [jacobian, ...entropyLines(network, layer)])];
  const value = (at: Index): Expression =>
    isLast ? lossForm(network).error(unitAt(layer, at), targetAt(layer, at)) : toValue(at);
  const all = sumOver(other, layer, product([value(m), unitAt(layer, m)]));
  const lead = isLast ? [lossForm(network).lead] : [];
  const after = signedProduct([...lead, unitAt(layer, k), minus(value(k), all)]);
  const back = (): Chain =>
    chain(toValue(k), [{ rule: 'error-term', after: carriedBack(network, layer) }]);
  return [
    ...(isLast ? [] : [back()]),
    chain(deltaAt(network, layer), [jacobian, { rule: 'softmax', after }]),
  ];
}

/** −Σ_m t_m/y_m y_m([m = k] − y_k) = y_k Σ_m t_m − t_k */
function entropyLines(network: Network, layer: number): readonly Line[] {
  const [k, m] = [letterAt(network, layer), otherAt(network)];
  const other = otherLetter(network);
  const [y, t] = [unitAt(layer, k), targetAt(layer, k)];
  const shares = product([
    fraction(targetAt(layer, m), unitAt(layer, m)),
    unitAt(layer, m),
    minus({ kind: 'iverson', of: m, is: k }, y),
  ]);
  const total = sumOver(other, layer, targetAt(layer, m));
  return [
    { rule: 'softmax', after: negative(sumOver(other, layer, shares)) },
    { rule: 'cancel', after: minus(product([y, total]), t) },
    ...underTargetsSumToOne(network, minus(y, t)),
  ];
}
