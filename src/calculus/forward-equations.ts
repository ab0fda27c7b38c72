import type { Network, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { isLinear } from './activation.ts';
import { beyondLoss, beyondUnits } from './beyond.ts';
import { loss, parameter, preactivation, sum, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain, Derivation, Refusal } from './derivation.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { ofOneExample } from './in-numbers.ts';
import { weight } from './local.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss, isComposite, lossAbove } from './overall.ts';

/** The equations of the forward pass, in the order that is asked for; or why there are none. */
export function forwardEquations(
  network: Network,
  of: readonly (UnitId | 'loss')[],
  form: 'symbols' | 'numbers' = 'symbols',
): Derivation | Refusal {
  const refusal = beyondUnits(network) ?? (of.includes('loss') ? beyondLoss(network) : undefined);
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
  const applied: Expression = {
    kind: 'apply',
    activation: of.activation,
    prime: false,
    argument: z,
  };
  return [line(z, weighted), line(unit(id), applied)];
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
