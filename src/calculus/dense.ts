import type { Network } from '../network/network.ts';
import { indexLetters } from '../network/template.ts';

/**
 * Whether general indices say the truth from a layer on: every later layer is fed by all units of the one before
 * and by nothing else, its weights are named after both their ends, and the outputs are the last layer.
 */
export function isIndexed(network: Network, fromLayer: number): boolean {
  const later = network.layers.slice(fromLayer + 1);
  const last = network.layers.at(-1);
  return (
    last !== undefined &&
    network.outputs.length === last.units.length &&
    later.every((layer) => {
      const template = network.templates[layer.index];
      const letters = template === undefined ? new Set() : indexLetters(template);
      return letters.has('j') && letters.has('i');
    })
  );
}
