import { certain } from '../certain.ts';
import type { Activation, Network, ParameterId } from '../network/network.ts';
import { indexLetters } from '../network/template.ts';
import type { Name } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import type { Refusal } from './derivation.ts';

/** The activation that all units of a layer have, if it is one. */
export function activationOf(network: Network, layer: number): Activation | undefined {
  const all = certain(network.layers[layer]).units.map(
    (id) => certain(network.units[id]).activation,
  );
  const first = certain(all[0]);
  const alike = all.every(({ name, slope }) => name === first.name && slope === first.slope);
  return alike ? first : undefined;
}

/** Whether the outputs are the last layer, so that an index of the one is an index of the targets. */
export const areLast = ({ layers, outputs }: Network): boolean =>
  outputs.length === certain(layers.at(-1)).units.length;

/** Why neither indices nor matrices are for outputs that stand in several layers. */
export const notLast = (code: 'no-general-indices' | 'no-matrices'): Refusal => ({
  code,
  message:
    'An output stands in an earlier layer, so that an index of the last one would not tell whose target is meant.',
  hint: 'Let all outputs stand in the last layer.',
});

/**
 * Whether general indices say the truth from a layer on: every later layer is fed by all units of the one before
 * and by nothing else, its weights are named after both their ends, its units are alike in their activation, and the
 * outputs are the last layer.
 */
export function isIndexed(network: Network, fromLayer: number): boolean {
  const later = network.layers.slice(fromLayer + 1);
  return (
    areLast(network) &&
    later.every(({ index }) => {
      const template = network.templates[index];
      const letters = template === undefined ? new Set() : indexLetters(template);
      return letters.has('j') && letters.has('i') && activationOf(network, index) !== undefined;
    })
  );
}

/** Whether every layer from one on has a name for an index to stand at, as in h_j. Units with names of their own have none. */
export const isNamed = ({ layers }: Network, fromLayer: number): boolean =>
  layers.slice(fromLayer).every(({ name }) => name !== undefined);

/** Whether each unit of a layer has a bias of its own, named by its number: b_1, b_2, … */
export function hasIndexedBiases({ layers, units, parameters }: Network, layer: number): boolean {
  const biases = certain(layers[layer]).units.map((id) => certain(units[id]).bias);
  const nameOf = (bias: ParameterId | undefined): Name => certain(parameters[certain(bias)]).name;
  return biases.every(
    (bias, place) =>
      bias !== undefined &&
      spell(nameOf(bias)) === spell({ ...nameOf(biases[0]), subscript: String(place + 1) }),
  );
}

/** The one bias that all units of a layer share, and no other unit has. */
export function sharedBias(
  { layers, units, parameters }: Network,
  layer: number,
): number | undefined {
  const { units: members } = certain(layers[layer]);
  const [bias, ...others] = new Set(members.map((id) => certain(units[id]).bias));
  const isOwn = bias !== undefined && certain(parameters[bias]).units.length === members.length;
  return others.length === 0 && isOwn ? bias : undefined;
}

/** Whether every layer behind one is fed by all units of the one before, by a weight for each edge, and by nothing else. */
export function isLayered(network: Network, fromLayer: number): boolean {
  const { layers, units, edges, parameters } = network;
  const isOwn = (edge: number): boolean => {
    const { weight } = certain(edges[edge]);
    return 'parameter' in weight && certain(parameters[weight.parameter]).edges.length === 1;
  };
  const isFed = (id: number, layer: number): boolean => {
    const { incoming } = certain(units[id]);
    const { units: tails } = certain(layers[layer - 1]);
    return (
      incoming.length === tails.length &&
      incoming.every((edge) => isOwn(edge) && tails.includes(certain(edges[edge]).from))
    );
  };
  return (
    areLast(network) &&
    isNamed(network, fromLayer) &&
    layers
      .slice(fromLayer + 1)
      .every(
        ({ index, units: members }) =>
          activationOf(network, index) !== undefined && members.every((id) => isFed(id, index)),
      )
  );
}
