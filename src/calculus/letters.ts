import type { Network } from '../network/network.ts';

const between = ['j', 'm', 'n', 'p', 'q', 'r', 's'];

/** A letter that no layer has, for a second index of the same layer. */
export function otherLetter(network: Network): string {
  const taken = new Set(network.layers.map(({ index }) => indexLetter(network, index)));
  return between.find((letter) => letter !== 'j' && !taken.has(letter)) ?? "k'";
}

/** The index letter of a layer: i for the inputs, k for the outputs, j and on for what lies between. */
export function indexLetter(network: Network, layer: number): string {
  if (layer === 0) return 'i';
  if (layer === network.layers.length - 1) return 'k';
  return between[layer - 1] ?? `j_{${layer}}`;
}
