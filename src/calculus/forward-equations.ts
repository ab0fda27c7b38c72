import { certain } from '../certain.ts';
import type { Activation, Network, UnitId } from '../network/network.ts';
import { edgeOf, joined } from '../network/reach.ts';
import { isLinear } from './activation.ts';
import { beyondLoss } from './beyond.ts';
import { fraction, loss, parameter, preactivation, product, sum, sumOver, unit } from './build.ts';
import { chain } from './chain.ts';
import { activationOf, hasIndexedBiases, isIndexed, isLayered, sharedBias } from './dense.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { ofOneExample } from './in-numbers.ts';
import { letterAt, otherAt, sumAlong, sumAt, unitAt } from './indexed.ts';
import { indexLetter, otherLetter } from './letters.ts';
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
  const count = of.reduce<number>(
    (sum, each) => sum + (each !== 'loss' && isCurved(network, each) ? 2 : 1),
    0,
  );
  if (count > mostEquations) {
    const chains = form === 'symbols' ? byLayers(network, of) : undefined;
    if (chains === undefined) return tooMany(count);
    return { form: 'forward', chains, turned: { from: 'forward', equations: count } };
  }
  const symbols = of.flatMap((each) =>
    each === 'loss' ? lossEquations(network) : equations(network, each),
  );
  const chains =
    form === 'symbols' ? symbols : ofOneExample(network, symbols, { targets: of.includes('loss') });
  return 'code' in chains ? chains : { form: 'forward', chains };
}

/** More equations than these are no longer read one by one. */
const mostEquations = 64;

const isCurved = (network: Network, id: UnitId): boolean =>
  !isLinear(certain(network.units[id]).activation);

const tooMany = (count: number): Refusal => ({
  code: 'too-many-equations',
  message: `These would be ${count} equations, too many to be read.`,
  hint: `Name units or layers of ${mostEquations} equations at most, as in forward y.`,
});

/** The equations of whole layers with an index in place of each unit's number; nothing where that would not say it all. */
function byLayers(
  network: Network,
  of: readonly (UnitId | 'loss')[],
): readonly Chain[] | undefined {
  const asked = new Set(of);
  const layers = [
    ...new Set(of.flatMap((id) => (id === 'loss' ? [] : certain(network.units[id]).layer))),
  ];
  const chains = layers.map((at) => {
    const isWhole = certain(network.layers[at]).units.every((id) => asked.has(id));
    return isWhole ? layerEquations(network, at) : undefined;
  });
  const found = chains.filter((each) => each !== undefined);
  if (found.length < chains.length) return undefined;
  return [...found.flat(), ...(asked.has('loss') ? lossEquations(network) : [])];
}

/** One equation: as the network computes it. */
const line = (left: Expression, after: Expression): Chain =>
  chain(left, [{ rule: 'forward', after }]);

/** z_j = Σ_i w_{ji} x_i + b_j and h_j = φ(z_j), for all units of a layer. */
function layerEquations(network: Network, layer: number): readonly Chain[] | undefined {
  const { units } = certain(network.layers[layer]);
  const hasBias = units.some((id) => certain(network.units[id]).bias !== undefined);
  const shared = sharedBias(network, layer);
  const [to, from] = [letterAt(network, layer), letterAt(network, layer - 1)];
  const bias: readonly Expression[] = hasIndexedBiases(network, layer)
    ? [{ kind: 'bias-at', layer, index: to }]
    : shared === undefined
      ? []
      : [parameter(shared)];
  const isNamed = isLayered(network, layer - 1) && isIndexed(network, layer - 1);
  if (!isNamed || (hasBias && bias.length === 0)) return undefined;
  const activation = certain(activationOf(network, layer));
  const weight: Expression = { kind: 'weight-at', layer, to, from };
  const weighted = sumAlong(network, layer - 1, product([weight, unitAt(layer - 1, from)]));
  const sums = sum([weighted, ...bias]);
  if (isLinear(activation)) return [line(unitAt(layer, to), sums)];
  return [
    line(sumAt(layer, to), sums),
    line(unitAt(layer, to), appliedAt(network, layer, activation)),
  ];
}

/** φ(z_j), or the share e^z_k / Σ_m e^z_m of a softmax. */
function appliedAt(network: Network, layer: number, activation: Activation): Expression {
  const argument = sumAt(layer, letterAt(network, layer));
  if (activation.name !== 'softmax') return { kind: 'apply', activation, prime: false, argument };
  const power = (body: Expression): Expression => ({ kind: 'exponential', body });
  const all = sumOver(otherLetter(network), layer, power(sumAt(layer, otherAt(network))));
  return fraction(power(argument), all);
}

/** h = x₁ w₁ + x₂ w₂ + b; with an activation z = x₁ w₁ + x₂ w₂ + b and h = φ(z). */
function equations(network: Network, id: UnitId): readonly Chain[] {
  const of = certain(network.units[id]);
  const edges = of.incoming.map((edge) => edgeOf(network, edge));
  const terms = edges.map((edge) => written([unit(edge.from), weight(edge)]));
  const bias = of.bias === undefined ? [] : [parameter(of.bias)];
  const weighted = sum([...terms, ...bias]);
  if (isLinear(of.activation)) return [line(unit(id), weighted)];
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
  const at = certain(network.units[id]).layer;
  const isSummed = layer.length > mostWritten && certain(network.layers[at]).name !== undefined;
  const all = isSummed
    ? sumOver(indexLetter(network, at), at, power(sumAt(at, letterAt(network, at))))
    : sum(layer.map((each) => power(preactivation(each))));
  return fraction(power(preactivation(id)), all);
}

/** E = ½[(t₁ − y₁)² + (t₂ − y₂)²]; that of one example where E is the mean of several, or has weight decay on top. */
function lossEquations(network: Network): readonly Chain[] {
  const { value } = lossForm(network);
  if (!isComposite(network)) return [line(loss, value)];
  return [line(dataLoss, value), line(loss, lossAbove(network))];
}
