import type { Index, Indexed, Variable } from '../calculus/expression.ts';
import type { Network, UnitId } from '../network/network.ts';
import { targetName } from '../network/symbols.ts';
import { instantiate } from '../network/template.ts';
import type { Name } from '../syntax/document.ts';
import { texName } from './name.ts';

/** A variable in the network's own letters. */
export function texSymbol(symbol: Variable | Indexed, network: Network): string {
  switch (symbol.kind) {
    case 'loss':
      return texName({ letter: network.notation.loss, superscript: '', subscript: '' });
    case 'unit':
      return texName(unitName(network, symbol.unit));
    case 'preactivation':
      return weightedSum(network, unitName(network, symbol.unit));
    case 'parameter':
      return texName(found(network.parameters[symbol.parameter]).name);
    case 'target':
      return texName(targetName(network, symbol.unit));
    case 'delta':
      return errorTerm(
        network,
        unitName(network, symbol.unit),
        network.outputs.includes(symbol.unit),
      );
    case 'unit-at':
      return texName(nameAt(network, symbol.layer, symbol.index));
    case 'preactivation-at':
      return weightedSum(network, nameAt(network, symbol.layer, symbol.index));
    case 'target-at':
      return texName({
        letter: network.notation.target,
        superscript: '',
        subscript: text(symbol.index),
      });
    case 'delta-at':
      return errorTerm(
        network,
        nameAt(network, symbol.layer, symbol.index),
        symbol.layer === network.layers.length - 1,
      );
    case 'weight-at': {
      const template = found(network.templates[symbol.layer]);
      return texName(
        instantiate(template, { l: symbol.layer, j: text(symbol.to), i: text(symbol.from) }),
      );
    }
  }
}

/** z_{h_1}, by the unit's name, since numbers repeat. */
function weightedSum(network: Network, name: Name): string {
  const z = texName({ letter: network.notation.preactivation, superscript: '', subscript: '' });
  return `${z}_{${texName(name)}}`;
}

/** δ_k of an output, by its number as t_k; δ_{h_j} of any other unit, by its name, since numbers repeat. */
function errorTerm(network: Network, name: Name, isOutput: boolean): string {
  const letters = new Set(network.outputs.map((id) => unitName(network, id).letter));
  const short = isOutput && letters.size === 1;
  const delta = texName({ letter: network.notation.delta, superscript: '', subscript: '' });
  const subscript = short ? name.subscript : texName(name);
  return subscript === '' ? delta : `${delta}_{${subscript}}`;
}

/** The name of a layer's unit with an index in the place of its number. */
function nameAt(network: Network, layer: number, index: Index): Name {
  const stem = found(network.layers[layer]).name;
  if (stem === undefined) throw new Error('a layer without a name has no index');
  return { ...stem, subscript: text(index) };
}

export const text = (index: Index): string =>
  'letter' in index ? index.letter : String(index.number);

export const unitName = (network: Network, id: UnitId): Name => found(network.units[id]).name;

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an expression names what its network has not');
  return value;
}
