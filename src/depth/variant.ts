import { certain } from '../certain.ts';
import type { Layer, Network } from '../network/network.ts';
import type { Notation } from '../network/notation.ts';
import { resolve } from '../network/resolve.ts';
import type { Name } from '../syntax/document.ts';
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
  const inputs = certain(layers[0]);
  const hidden = certain(layers[1]);
  const outputs = certain(layers.at(-1));
  const { letter, superscript } = nameOf(hidden);
  const isCounted = count > 1 || superscript !== '';
  const between = Array.from({ length: count }, (_, place) => {
    const name = { letter, superscript: isCounted ? String(place + 1) : '', subscript: '' };
    return `${spell(name)}[${hidden.units.length}]`;
  });
  const chain = [described(inputs), ...between, described(outputs)].join(' -> ');
  const template = templates[1];
  const own = template && read(`${chain}\nweights ${spell(template)}`, notation);
  return own ?? certain(read(chain, notation));
}

const nameOf = (layer: Layer): Name => certain(layer.name);

const described = (layer: Layer): string => `${stem(nameOf(layer))}[${layer.units.length}]`;

/** The network that a text describes, unless something is wrong with it. */
function read(text: string, notation: Notation): Network | undefined {
  const { document, diagnostics } = parse(text);
  const made = resolve(document, undefined, notation);
  return diagnostics.length + made.diagnostics.length === 0 ? made.network : undefined;
}
