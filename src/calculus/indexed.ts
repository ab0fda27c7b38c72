import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { index, product, sumOver } from './build.ts';
import type { Expression, Index, Indexed } from './expression.ts';
import { indexLetter, otherLetter } from './letters.ts';

/** Whether a layer is one unit whose name has no index, as y: nothing is counted there. */
const isBare = ({ layers, units }: Network, layer: number): boolean => {
  const [first, ...others] = certain(layers[layer]).units;
  return others.length === 0 && certain(units[certain(first)]).name.subscript === '';
};

/** The index of a layer, or a second one of the same layer. */
export const letterAt = (network: Network, layer: number): Index =>
  isBare(network, layer) ? { number: 1 } : index(indexLetter(network, layer));
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

/** The sum over all units of a layer. */
export const sumAlong = (network: Network, layer: number, body: Expression): Expression =>
  isBare(network, layer) ? body : sumOver(indexLetter(network, layer), layer, body);

/** Σ_k w_{kj} δ_k, from the layer behind. */
export function carriedBack(network: Network, layer: number): Expression {
  const [to, from] = [letterAt(network, layer + 1), letterAt(network, layer)];
  const weight: Indexed = { kind: 'weight-at', layer: layer + 1, to, from };
  return sumAlong(network, layer + 1, product([weight, deltaAt(network, layer + 1)]));
}
