import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { isLinear } from './activation.ts';
import { index, product, sumOver } from './build.ts';
import { isIndexed, isNamed } from './dense.ts';
import type { Expression, Index } from './expression.ts';
import { letterAt } from './indexed.ts';
import { indexLetter } from './letters.ts';
import { lossForm } from './loss-form.ts';

/** What `write` makes of y_k and t_k: the error of output k, with a letter for its index. */
export function errorAt(
  network: Network,
  write: (y: Expression, t: Expression) => Expression,
): Expression {
  const layer = network.layers.length - 1;
  const at = letterAt(network, layer);
  return write({ kind: 'unit-at', layer, index: at }, { kind: 'target-at', layer, index: at });
}

/**
 * The derivative of the loss by a unit in one term, Σ_k (y_k − t_k) Σ_j w_{kj} w_{j1}: each later layer a sum over
 * its index. Absent where indices would not say the truth, or where there is one output and nothing to collapse.
 */
export function collapsed(network: Network, from: UnitId): Expression | undefined {
  const unit = certain(network.units[from]);
  const last = network.layers.length - 1;
  if (unit.layer >= last || network.outputs.length < 2) return undefined;
  // With activations between, the sum would carry a slope for every unit: the δ recursion says that better.
  const curved = network.units.some(
    (each) => each.layer >= unit.layer && !isLinear(each.activation),
  );
  if (curved || !isNamed(network, last) || !isIndexed(network, unit.layer)) return undefined;
  const start: Index = { number: unit.index + 1 };
  const k = indexLetter(network, last);
  return sumOver(k, last, product([errorAt(network, lossForm(network).error), weights(last, k)]));

  /** The weights from the unit to unit `to` of a layer, summed over every layer between. */
  function weights(layer: number, to: string): Expression {
    const before = layer - 1;
    if (before === unit.layer) return { kind: 'weight-at', layer, to: index(to), from: start };
    const letter = indexLetter(network, before);
    const weight: Expression = { kind: 'weight-at', layer, to: index(to), from: index(letter) };
    return sumOver(letter, before, product([weight, weights(before, letter)]));
  }
}
