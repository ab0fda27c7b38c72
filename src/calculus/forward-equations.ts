import type { Network, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { half, loss, minus, parameter, product, square, sum, target, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain, Derivation } from './derivation.ts';
import { written } from './factor.ts';
import { weight } from './local.ts';

/** The equations of the forward pass, in the order that is asked for. */
export function forwardEquations(network: Network, of: readonly (UnitId | 'loss')[]): Derivation {
  return {
    form: 'forward',
    chains: of.map((each) => (each === 'loss' ? lossEquation(network) : equation(network, each))),
  };
}

/** h = x₁ w₁ + x₂ w₂ + b */
function equation(network: Network, id: UnitId): Chain {
  const of = network.units[id];
  const edges = (of?.incoming ?? []).map((edge) => edgeOf(network, edge));
  const terms = edges.map((edge) => written([unit(edge.from), weight(edge)]));
  const bias = of?.bias === undefined ? [] : [parameter(of.bias)];
  const about = {
    edges: edges.map((edge) => edge.id),
    units: [id, ...edges.map((edge) => edge.from)],
  };
  return chain(unit(id), [
    { rule: 'forward', after: sum([...terms, ...bias]), subjects: [unit(id)], about },
  ]);
}

/** E = ½[(t₁ − y₁)² + (t₂ − y₂)²] */
function lossEquation(network: Network): Chain {
  const squares = network.outputs.map((id) => square(minus(target(id), unit(id))));
  const about = { edges: [], units: network.outputs };
  return chain(loss, [
    { rule: 'forward', after: product([half, sum(squares)]), subjects: [loss], about },
  ]);
}
