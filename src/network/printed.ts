import { certain } from '../certain.ts';
import type { Name } from '../syntax/document.ts';
import type { Layer, Network, Unit } from './network.ts';
import type { Notation } from './notation.ts';

/**
 * The network under the names that its notation prints, `w^{(1)}_{11}` for `w^1_{11}` or `a^1_2` for `h_2`: for
 * figures and equations. Everything but names is as before, and printing twice changes nothing more.
 */
export function printed(network: Network): Network {
  const { layers, units, parameters, templates, notation } = network;
  if (notation.superscript === 'bare' && !isPlaced(notation)) return network;
  const own = (name: Name): Name => ({
    ...name,
    superscript: layerSuperscript(name.superscript, notation),
  });
  return {
    ...network,
    layers: layers.map((layer) => {
      const name = commonName(network, layer) ?? (layer.name && own(layer.name));
      return { ...layer, ...(name && { name }) };
    }),
    units: units.map((unit) => ({
      ...unit,
      name: lettered(network, unit) ?? own(unit.name),
    })),
    parameters: parameters.map((parameter) => ({ ...parameter, name: own(parameter.name) })),
    templates: templates.map((template) => template && own(template)),
  };
}

/** Whether units go by a letter and their place, and with them their sums and error terms. */
export const isPlaced = ({ activation, output }: Notation): boolean =>
  activation !== undefined || output !== undefined;

/** A name by layer and number, `z^1_2` or `z^{(1)}_2`. */
export const placed = (
  notation: Notation,
  letter: string,
  layer: number,
  subscript: string,
): Name => ({ letter, superscript: layerSuperscript(String(layer), notation), subscript });

/** The letter that a unit shares with others; none for inputs, whose values are given. */
function letterOf({ output, activation }: Notation, unit: Unit): string | undefined {
  if (unit.incoming.length === 0) return undefined;
  return unit.outgoing.length === 0 ? output : activation;
}

function lettered(network: Network, unit: Unit): Name | undefined {
  const { notation } = network;
  const letter = letterOf(notation, unit);
  return letter === undefined
    ? undefined
    : placed(notation, letter, unit.layer, numberOf(network, unit));
}

/** A unit's number in its layer: its own subscript where the layer's units share a name, as the unit of a layer of one does. */
export function numberOf({ layers }: Network, { name, layer, index }: Unit): string {
  const column = certain(layers[layer]);
  return column.name === undefined ? String(index + 1) : name.subscript;
}

/** `a^1`, where all units of a layer go by one letter. */
function commonName({ units, notation }: Network, layer: Layer): Name | undefined {
  const letters = new Set(layer.units.map((id) => letterOf(notation, certain(units[id]))));
  const [letter] = letters;
  return letter === undefined || letters.size > 1
    ? undefined
    : placed(notation, letter, layer.index, '');
}

/** A superscript that counts layers, by a number or by a template's l, as the notation sets it off. */
function layerSuperscript(superscript: string, { superscript: style }: Notation): string {
  if (!/^(?:\d+|l)$/.test(superscript)) return superscript;
  const [open, close] = around[style];
  return open + superscript + close;
}

const around = { bare: ['', ''], parentheses: ['(', ')'], brackets: ['[', ']'] } as const;
