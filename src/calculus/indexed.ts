import type { Network } from '../network/network.ts';
import { index, product, sumOver } from './build.ts';
import type { Expression, Index, Indexed } from './expression.ts';
import { indexLetter, otherLetter } from './letters.ts';

/** The index of a layer, or a second one of the same layer. */
export const letterAt = (network: Network, layer: number): Index =>
  index(indexLetter(network, layer));
export const otherAt = (network: Network): Index => index(otherLetter(network));

export const unitAt = (layer: number, at: Index): Indexed => ({
  kind: 'unit-at',
  layer,
  index: at,
});
export const targetAt = (layer: number, at: Index): Indexed => ({
  kind: 'target-at',
  layer,
  index: at,
});
export const sumAt = (layer: number, at: Index): Indexed => ({
  kind: 'preactivation-at',
  layer,
  index: at,
});
export const deltaAt = (network: Network, layer: number): Indexed => ({
  kind: 'delta-at',
  layer,
  index: letterAt(network, layer),
});

/** Σ_k w_{kj} δ_k, from the layer behind. */
export function carriedBack(network: Network, layer: number): Expression {
  const [to, from] = [letterAt(network, layer + 1), letterAt(network, layer)];
  const weight: Indexed = { kind: 'weight-at', layer: layer + 1, to, from };
  const k = indexLetter(network, layer + 1);
  return sumOver(k, layer + 1, product([weight, deltaAt(network, layer + 1)]));
}
