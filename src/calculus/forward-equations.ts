import type { Network, UnitId } from '../network/network.ts';
import { edgeOf, joined } from '../network/reach.ts';
import { isLinear } from './activation.ts';
import { beyondLoss } from './beyond.ts';
import { fraction, loss, parameter, preactivation, sum, sumOver, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { ofOneExample } from './in-numbers.ts';
import { letterAt, sumAt } from './indexed.ts';
import { indexLetter } from './letters.ts';
import { weight } from './local.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss, isComposite, lossAbove } from './overall.ts';
import { isSoftmax } from './softmax.ts';

/** The equations of the forward pass, in the order that is asked for; or why there are none. */
export function forwardEquations(
  network: Network,
  of: readonly (UnitId | 'loss')[],
  form: 'symbols' | 'numbers' = 'symbols',
): Derivation | Refusal {
  const refusal = of.includes('loss') ? beyondLoss(network) : undefined;
  if (refusal !== undefined) return refusal;
  const chains = of.flatMap((each) =>
    each === 'loss' ? lossEquations(network) : equations(network, each),
  );
  if (form === 'symbols') return { form: 'forward', chains };
  const numbered = ofOneExample(network, chains);
  return 'code' in numbered ? numbered : { form: 'forward', chains: numbered };
}

/** h = x₁ w₁ + x₂ w₂ + b; with an activation z = x₁ w₁ + x₂ w₂ + b and h = φ(z). */
function equations(network: Network, id: UnitId): readonly Chain[] {
  const of = network.units[id];
  const edges = (of?.incoming ?? []).map((edge) => edgeOf(network, edge));
  const terms = edges.map((edge) => written([unit(edge.from), weight(edge)]));
  const bias = of?.bias === undefined ? [] : [parameter(of.bias)];
  const about = {
    edges: edges.map((edge) => edge.id),
    units: [id, ...edges.map((edge) => edge.from)],
  };
  const line = (left: Expression, after: Expression): Chain =>
    chain(left, [{ rule: 'forward', after, subjects: [left], about }]);
  const weighted = sum([...terms, ...bias]);
  if (of === undefined || isLinear(of.activation)) return [line(unit(id), weighted)];
  const z = preactivation(id);
  const applied: Expression = isSoftmax(network, id)
    ? softmaxShare(network, id)
    : { kind: 'apply', activation: of.activation, prime: false, argument: z };
  return [line(z, weighted), line(unit(id), applied)];
}

/** Units of a softmax at most of which the sum is written out. */
const mostWritten = 4;

/** e^z_1 / (e^z_1 + e^z_2 + …) */
function softmaxShare(network: Network, id: UnitId): Expression {
  const power = (body: Expression): Expression => ({ kind: 'exponential', body });
  const layer = joined(network, id);
  const at = network.units[id]?.layer ?? 0;
  const isSummed = layer.length > mostWritten && network.layers[at]?.name !== undefined;
  const all = isSummed
    ? sumOver(indexLetter(network, at), at, power(sumAt(at, letterAt(network, at))))
    : sum(layer.map((each) => power(preactivation(each))));
  return fraction(power(preactivation(id)), all);
}

/** E = ½[(t₁ − y₁)² + (t₂ − y₂)²]; that of one example where E is the mean of several, or has weight decay on top. */
function lossEquations(network: Network): readonly Chain[] {
  const about = { edges: [], units: network.outputs };
  const line = (left: Expression, after: Expression): Chain =>
    chain(left, [{ rule: 'forward', after, subjects: [left], about }]);
  const { value } = lossForm(network);
  if (!isComposite(network)) return [line(loss, value)];
  return [line(dataLoss, value), line(loss, lossAbove(network))];
}
