import { isLinear } from '../calculus/activation.ts';
import { variable } from '../calculus/evaluate.ts';
import type { Index, Indexed, Variable } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import type { Network, Unit, UnitId } from '../network/network.ts';
import { isPlaced, numberOf, placed } from '../network/printed.ts';
import { edgeOf } from '../network/reach.ts';
import { targetName } from '../network/symbols.ts';
import { instantiate } from '../network/template.ts';
import type { Name } from '../syntax/document.ts';
import { texName } from './name.ts';

/** A variable in the network's own letters. */
export function texSymbol(symbol: Variable | Indexed, network: Network): string {
  // With a number for its index it is one of those that have names of their own.
  if ('index' in symbol && 'number' in symbol.index)
    return texSymbol(variable(symbol, network, new Map()), network);
  switch (symbol.kind) {
    case 'loss':
      return texLetter(network.notation.loss);
    case 'data-loss':
      return texName({
        letter: network.notation.loss,
        superscript: '',
        subscript: exampleMark(network, symbol.example),
      });
    case 'unit':
      return texName(unitName(network, symbol.unit));
    case 'unit-at':
      return texName(nameAt(network, symbol.layer, symbol.index));
    case 'preactivation':
    case 'preactivation-at':
      return weightedSum(network, placeOf(symbol, network));
    case 'delta':
    case 'delta-at': {
      const term = errorTerm(network, placeOf(symbol, network));
      return symbol.kind === 'delta' && symbol.example !== undefined
        ? `${term} \\big|_{e=${symbol.example + 1}}`
        : term;
    }
    case 'parameter':
      return texName(certain(network.parameters[symbol.parameter]).name);
    case 'target':
      return texName(targetName(network, symbol.unit));
    case 'target-at':
      return texName({
        letter: network.notation.target,
        superscript: '',
        subscript: text(symbol.index),
      });
    case 'bias-at': {
      const first = certain(network.units[certain(network.layers[symbol.layer]?.units[0])]).bias;
      const { name } = certain(network.parameters[certain(first)]);
      return texName({ ...name, subscript: text(symbol.index) });
    }
    case 'vector':
      return texVector(symbol, network);
    case 'weight-matrix':
      return texName(matrixName(network, symbol.layer));
    case 'weight-at': {
      const template = certain(network.templates[symbol.layer]);
      return texName(
        instantiate(template, { l: symbol.layer, j: text(symbol.to), i: text(symbol.from) }),
      );
    }
  }
}

/** E_e of one example of several; E_0 of one alone, where weight decay comes on top (Nielsen's C_0); E where nothing does. */
function exampleMark({ examples, loss }: Network, example: number | undefined): string {
  if (example !== undefined) return String(example + 1);
  if (examples.length > 1) return 'e';
  return loss.decay === undefined ? '' : '0';
}

/** A layer's vector goes by the name that its members share: h, z_h, δ_h; by the layer where they go by their places. */
function texVector({ of, layer }: Extract<Indexed, { kind: 'vector' }>, network: Network): string {
  const [first] = certain(network.layers[layer]).units;
  const unit = certain(network.units[certain(first)]);
  const name = certain(certain(network.layers[layer]).name);
  const place: Place = { name, layer, number: '', unit };
  switch (of) {
    case 'unit-at':
      return texName(name);
    case 'target-at':
      return texLetter(network.notation.target);
    case 'preactivation-at':
      return weightedSum(network, place);
    case 'delta-at':
      return vectorError(network, place);
    case 'bias-at':
      return texName({ ...certain(network.parameters[certain(unit.bias)]).name, subscript: '' });
  }
}

/** δ_h, also of outputs, whose own δ go by numbers. */
const vectorError = (network: Network, place: Place): string =>
  isPlaced(network.notation) || network.notation.gradient === 'differential'
    ? errorTerm(network, place)
    : beneath(network.notation.delta, texName(place.name));

/** W^l: the capital of the letter that the layer's weights share, with their superscript, or with the layer's number. */
function matrixName(network: Network, layer: number): Name {
  const weights = network.parameters.filter(
    ({ kind, edges }) =>
      kind === 'weight' &&
      certain(network.units[edgeOf(network, certain(edges[0])).to]).layer === layer,
  );
  const letters = new Set(weights.map(({ name }) => name.letter));
  const supers = new Set(weights.map(({ name }) => name.superscript));
  const [letter = 'w'] = letters.size === 1 ? letters : ['w'];
  const [own = ''] = supers.size === 1 ? supers : [''];
  const isCounted = own === '' && network.layers.length > 2;
  const { superscript } = placed(network.notation, 'W', layer, '');
  return {
    letter: letter.charAt(0).toUpperCase() + letter.slice(1),
    superscript: isCounted ? superscript : own,
    subscript: '',
  };
}

/** A unit, or a layer's unit with an index in the place of its number: what its sum and its error term are named after. */
interface Place {
  readonly name: Name;
  readonly layer: number;
  readonly number: string;
  /** One that the name stands for, alike in all that is asked of it. */
  readonly unit: Unit;
}

function placeOf(
  symbol: { readonly unit: UnitId } | { readonly layer: number; readonly index: Index },
  network: Network,
): Place {
  if ('unit' in symbol) {
    const unit = certain(network.units[symbol.unit]);
    return { name: unit.name, layer: unit.layer, number: numberOf(network, unit), unit };
  }
  const { layer, index } = symbol;
  const unit = certain(network.units[certain(network.layers[layer]?.units[0])]);
  return { name: nameAt(network, layer, index), layer, number: text(index), unit };
}

/** z^1_j where units go by their places; else z_{h_1}, by the unit's name, since numbers repeat. */
function weightedSum({ notation }: Network, { name, layer, number }: Place): string {
  const letter = notation.preactivation;
  return isPlaced(notation)
    ? texName(placed(notation, letter, layer, number))
    : beneath(letter, texName(name));
}

/**
 * δ^1_j where units go by their places; else δ_k of an output, by its number as t_k, and δ_{h_j} of any other unit, by
 * its name, since numbers repeat. As programs write, dz, or da of a linear unit, which has no z.
 */
function errorTerm(network: Network, place: Place): string {
  const { notation, outputs } = network;
  const { name, layer, number, unit } = place;
  if (notation.gradient === 'differential')
    return `\\mathrm{d}${isLinear(unit.activation) ? texName(name) : weightedSum(network, place)}`;
  if (isPlaced(notation)) return texName(placed(notation, notation.delta, layer, number));
  const letters = new Set(outputs.map((id) => unitName(network, id).letter));
  const short = outputs.includes(unit.id) && letters.size === 1;
  return beneath(notation.delta, short ? name.subscript : texName(name));
}

const beneath = (letter: string, subscript: string): string =>
  subscript === '' ? texLetter(letter) : `${texLetter(letter)}_{${subscript}}`;

const texLetter = (letter: string): string => texName({ letter, superscript: '', subscript: '' });

/** The name of a layer's unit with an index in the place of its number. */
function nameAt(network: Network, layer: number, index: Index): Name {
  const stem = certain(certain(network.layers[layer]).name);
  return { ...stem, subscript: text(index) };
}

export const text = (index: Index): string =>
  'letter' in index ? index.letter : String(index.number);

export const unitName = (network: Network, id: UnitId): Name => certain(network.units[id]).name;
