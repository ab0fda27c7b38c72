import type { Network } from '../network/network.ts';
import { resolve } from '../network/resolve.ts';
import { spell, stem } from '../syntax/name.ts';
import { parse } from '../syntax/parse.ts';

/**
 * A chain of layers with another number of hidden ones, all as large as the first. It is described in the language and
 * read like any other, so that its weights are named as an author would find them; where the network's own template
 * can't tell so many apart, by the default.
 *
 * @throws {Error} where the network is no chain of layers: requests are held to that
 */
export function withHiddenLayers(network: Network, count: number): Network {
  const { layers, templates, notation } = network;
  const [inputs, hidden, outputs] = [layers[0], layers[1], layers.at(-1)];
  const named = (layer: typeof inputs): string =>
    layer?.name === undefined ? '' : `${stem(layer.name)}[${layer.units.length}]`;
  const { letter = 'h', superscript = '' } = hidden?.name ?? {};
  const isCounted = count > 1 || superscript !== '';
  const between = Array.from({ length: count }, (_, place) => {
    const name = { letter, superscript: isCounted ? String(place + 1) : '', subscript: '' };
    return `${spell(name)}[${hidden?.units.length}]`;
  });
  const chain = [named(inputs), ...between, named(outputs)].join(' -> ');
  const own = templates[1] === undefined ? [] : [`\nweights ${spell(templates[1])}`];
  for (const naming of [...own, '']) {
    const { document, diagnostics } = parse(chain + naming);
    const made = resolve(document, undefined, notation);
    const isRight = diagnostics.length + made.diagnostics.length === 0;
    if (made.network !== undefined && isRight) return made.network;
  }
  throw new Error(`“${chain}” describes no network`);
}
