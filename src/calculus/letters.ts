import type { Network } from '../network/network.ts';

const between = ['j', 'm', 'n', 'p', 'q', 'r', 's'];

/** The index letter of a layer: i for the inputs, k for the outputs, j and on for what lies between. */
export function indexLetter(network: Network, layer: number): string {
  if (layer === 0) return 'i';
  if (layer === network.layers.length - 1) return 'k';
  return between[layer - 1] ?? `j_{${layer}}`;
}
