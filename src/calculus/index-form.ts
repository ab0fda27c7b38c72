import type { Network, ParameterId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { index, product, sumOver } from './build.ts';
import { chain } from './chain.ts';
import { errorAt } from './collapse.ts';
import { isIndexed } from './dense.ts';
import type { Chain, Refusal } from './derivation.ts';
import type { Expression, Indexed } from './expression.ts';
import { indexLetter } from './letters.ts';

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

  const outputs = chain(error(last), [
    { rule: 'error-term', after: errorAt(network, indexLetter(network, last)) },
  ]);
  const hidden = Array.from({ length: last - layer }, (_, back) => last - 1 - back).map((of) => {
    const next = of + 1;
    const [k, j] = [indexLetter(network, next), indexLetter(network, of)];
    const weight: Expression = { kind: 'weight-at', layer: next, to: index(k), from: index(j) };
    return chain(error(of), [
      { rule: 'error-term', after: sumOver(k, next, product([weight, error(next)])) },
    ]);
  });

  const [to, from] = [indexLetter(network, layer), indexLetter(network, layer - 1)];
  const tail: Expression = { kind: 'unit-at', layer: layer - 1, index: index(from) };
  const left: Expression = {
    kind: 'gradient',
    by: { kind: 'weight-at', layer, to: index(to), from: index(from) },
  };
  const whole =
    layer === last
      ? [{ rule: 'generalise' as const, after: product([errorAt(network, to), tail]) }]
      : [];
  const gradient = chain(left, [
    ...whole,
    { rule: 'rename', after: product([error(layer), tail]) },
  ]);
  return [outputs, ...hidden, gradient];
}

const notIndexed: Refusal = {
  code: 'no-general-indices',
  message:
    'The weights on the way are not named after both their ends, so there are no general indices to write.',
  hint: 'Give the layers full connections and a template with j and i: weights w^l_{ji}.',
};
