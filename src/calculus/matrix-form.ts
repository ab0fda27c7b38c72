import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { isLinear } from './activation.ts';
import { derivative, fraction, minus, negative, product, sumOver } from './build.ts';
import { chain, type Line } from './chain.ts';
import { activationOf, areLast, hasIndexedBiases, isLayered, notLast } from './dense.ts';
import type { Chain, Refusal } from './derivation.ts';
import type { Expression, Indexed } from './expression.ts';
import { written } from './factor.ts';
import { letterAt, targetAt } from './indexed.ts';
import { indexLetter } from './letters.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss, gradientOfAny, overallOf } from './overall.ts';
import { sloped } from './slope.ts';
import { isJointSoftmax, underTargetsSumToOne } from './softmax.ts';

type Vector = Extract<Indexed, { readonly kind: 'vector' }>;
const vector = (of: Vector['of'], layer: number): Vector => ({ kind: 'vector', of, layer });
const transpose = (body: Expression): Expression => ({ kind: 'transpose', body });
const times = (...factors: readonly Expression[]): Expression => ({
  kind: 'matrix-product',
  factors,
});

/** All gradients of a layer at once: δ = Wᵀδ ⊙ φ′(z) from layer to layer, then δaᵀ for the weights and δ for the biases. */
export function matrixChains(network: Network, by: Quantity): readonly Chain[] | Refusal {
  const { layer } = certain(network.units[certain(entryUnits(network, by)[0])]);
  if (!areLast(network)) return notLast('no-matrices');
  if (!isLayered(network, by.kind === 'unit' ? layer : layer - 1)) return notLayered;
  const isWeight =
    by.kind === 'parameter' && certain(network.parameters[by.parameter]).kind === 'weight';
  const hasBiases = hasIndexedBiases(network, layer);
  if (by.kind === 'parameter' && !isWeight && !hasBiases) return notLayered;
  const last = network.layers.length - 1;
  const lowest = by.kind === 'unit' ? layer + 1 : layer;
  const errors = Array.from({ length: last - lowest + 1 }, (_, back) => last - back).flatMap((of) =>
    errorTerm(network, of),
  );
  if (by.kind === 'unit') {
    const after = layer === last ? errorAtOutputs(network) : carriedBack(layer);
    const left = gradientOfAny(network, vector('unit-at', layer));
    return [...errors, chain(left, [{ rule: 'generalise', after }])];
  }
  const error = vector('delta-at', layer);
  const biases = hasBiases ? gradient(network, vector('bias-at', layer), error, false) : [];
  if (!isWeight) return [...errors, ...biases];
  const outer = times(error, transpose(vector('unit-at', layer - 1)));
  const weights = gradient(network, { kind: 'weight-matrix', layer }, outer, true);
  return [...errors, ...biases, ...weights];
}

function gradient(
  network: Network,
  by: Indexed,
  after: Expression,
  isWeight: boolean,
): readonly Chain[] {
  const data = chain(gradientOfAny(network, by), [{ rule: 'rename', after }]);
  return [data, ...overallOf(network, by, isWeight, data)];
}

/** (W^{l+1})ᵀ δ^{l+1} */
const carriedBack = (layer: number): Expression =>
  times(transpose({ kind: 'weight-matrix', layer: layer + 1 }), vector('delta-at', layer + 1));

/** The error terms of a layer in a column. */
function errorTerm(network: Network, layer: number): readonly Chain[] {
  const activation = certain(activationOf(network, layer));
  if (activation.name === 'softmax') return softmaxError(network, layer);
  const isLast = layer === network.layers.length - 1;
  const come = isLast ? errorAtOutputs(network) : carriedBack(layer);
  const argument = vector('preactivation-at', layer);
  const whole: Expression = isLinear(activation)
    ? come
    : { kind: 'hadamard', factors: [come, { kind: 'apply', activation, prime: true, argument }] };
  const form = lossForm(network);
  const cancels = isLast && form.cancelled(certain(network.outputs[0])) !== undefined;
  const [y, t] = [vector('unit-at', layer), vector('target-at', layer)];
  return [
    chain(vector('delta-at', layer), [
      { rule: 'error-term', after: whole },
      { rule: 'slope', after: sloped(whole) },
      ...(cancels ? [{ rule: 'cancel' as const, after: byEntries(form.cancelledBy(y, t)) }] : []),
    ]),
  ];
}

/** ∂E/∂y in a column. */
function errorAtOutputs(network: Network): Expression {
  const last = network.layers.length - 1;
  const { lead, error } = lossForm(network);
  const column = byEntries(error(vector('unit-at', last), vector('target-at', last)));
  return written([lead, column]);
}

/** A formula for one output, for all of them: its products are taken entry by entry. */
function byEntries(expression: Expression): Expression {
  switch (expression.kind) {
    case 'product':
      return { kind: 'hadamard', factors: expression.factors.map(byEntries) };
    case 'negative':
      return negative(byEntries(expression.body));
    case 'fraction':
      return fraction(byEntries(expression.numerator), byEntries(expression.denominator));
    default:
      return expression;
  }
}

/** δ = (diag(a) − aaᵀ) ∂E/∂a; y − t under cross-entropy, where the targets sum to 1. */
function softmaxError(network: Network, layer: number): readonly Chain[] {
  const isLast = layer === network.layers.length - 1;
  const a = vector('unit-at', layer);
  const jacobian = minus({ kind: 'diagonal', body: a }, times(a, transpose(a)));
  const toValue = derivative(dataLoss, a);
  const back = chain(toValue, [{ rule: 'error-term', after: carriedBack(layer) }]);
  const first: Line = { rule: 'softmax', after: times(jacobian, toValue) };
  if (!isLast) return [back, chain(vector('delta-at', layer), [first])];
  const inserted: Line = { rule: 'insert-loss', after: times(jacobian, errorAtOutputs(network)) };
  const left = isJointSoftmax(network) ? leftBySoftmax(network, layer) : [];
  return [chain(vector('delta-at', layer), [first, inserted, ...left])];
}

function leftBySoftmax(network: Network, layer: number): readonly Line[] {
  const [y, t] = [vector('unit-at', layer), vector('target-at', layer)];
  const k = indexLetter(network, layer);
  const total = sumOver(k, layer, targetAt(layer, letterAt(network, layer)));
  return [
    { rule: 'cancel', after: minus(product([y, total]), t) },
    ...underTargetsSumToOne(network, minus(y, t)),
  ];
}

const notLayered: Refusal = {
  code: 'no-matrices',
  message:
    'Matrices are for layers that lead each to the next with a weight of its own on every edge, alike in their activation.',
  hint: 'Give the layers full connections and nothing besides, or write as delta.',
};
