import type { Network, ParameterId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { isLinear } from './activation.ts';
import { index, minus, product, sumOver } from './build.ts';
import { chain } from './chain.ts';
import { errorAt } from './collapse.ts';
import { activationOf, isIndexed } from './dense.ts';
import type { Chain, Refusal } from './derivation.ts';
import type { Expression, Indexed } from './expression.ts';
import { written } from './factor.ts';
import { indexLetter } from './letters.ts';
import { lossForm } from './loss-form.ts';
import { sloped } from './slope.ts';

/** The gradient of every weight of a layer in one equation, with the recursion that leads to it. */
export function indexChains(network: Network, by: ParameterId): readonly Chain[] | Refusal {
  const edge = network.parameters[by]?.edges[0];
  const layer = edge === undefined ? 0 : (network.units[edgeOf(network, edge).to]?.layer ?? 0);
  if (edge === undefined || !isIndexed(network, layer - 1)) return notIndexed;
  const last = network.layers.length - 1;
  const error = (of: number): Indexed => ({
    kind: 'delta-at',
    layer: of,
    index: index(indexLetter(network, of)),
  });

  const { lead, error: errorOf, cancels } = lossForm(network);
  const whole = written([lead, errorAt(network, errorOf), ...slopeAt(network, last)]);
  const short = cancels ? errorAt(network, minus) : sloped(whole);
  const outputs = chain(error(last), [
    { rule: 'error-term', after: whole },
    { rule: 'slope', after: sloped(whole) },
    { rule: 'cancel', after: short },
  ]);
  const hidden = Array.from({ length: last - layer }, (_, back) => last - 1 - back).map((of) => {
    const next = of + 1;
    const [k, j] = [indexLetter(network, next), indexLetter(network, of)];
    const weight: Expression = { kind: 'weight-at', layer: next, to: index(k), from: index(j) };
    const carried = product([
      ...slopeAt(network, of),
      sumOver(k, next, product([weight, error(next)])),
    ]);
    return chain(error(of), [
      { rule: 'error-term', after: carried },
      { rule: 'slope', after: sloped(carried) },
    ]);
  });

  const [to, from] = [indexLetter(network, layer), indexLetter(network, layer - 1)];
  const tail: Expression = { kind: 'unit-at', layer: layer - 1, index: index(from) };
  const left: Expression = {
    kind: 'gradient',
    by: { kind: 'weight-at', layer, to: index(to), from: index(from) },
  };
  const gradient = chain(left, [
    ...(layer === last ? [{ rule: 'generalise' as const, after: product([short, tail]) }] : []),
    { rule: 'rename', after: product([error(layer), tail]) },
  ]);
  return [outputs, ...hidden, gradient];
}

/** φ′(z_j) of a layer; nothing for a linear one. */
function slopeAt(network: Network, layer: number): readonly Expression[] {
  const activation = activationOf(network, layer);
  if (activation === undefined || isLinear(activation)) return [];
  const argument: Expression = {
    kind: 'preactivation-at',
    layer,
    index: index(indexLetter(network, layer)),
  };
  return [{ kind: 'apply', activation, prime: true, argument }];
}

const notIndexed: Refusal = {
  code: 'no-general-indices',
  message:
    'The weights on the way are not named after both their ends, so there are no general indices to write.',
  hint: 'Give the layers full connections and a template with j and i: weights w^l_{ji}.',
};
