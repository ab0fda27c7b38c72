import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { joined } from '../network/reach.ts';
import {
  delta,
  derivative,
  fraction,
  index,
  minus,
  negative,
  number,
  preactivation,
  product,
  sum,
  sumOver,
  target,
  unit,
} from './build.ts';
import { chain, type Line } from './chain.ts';
import type { Chain } from './derivation.ts';
import type { Expression, Indexed } from './expression.ts';
import { signedProduct } from './factor.ts';
import { indexLetter } from './letters.ts';
import { slopeFactor } from './local.ts';
import { dataLoss } from './overall.ts';
import { isJointSoftmax, targetSum, underTargetsSumToOne } from './softmax.ts';
import { wayFactors } from './ways.ts';

/** Units of a softmax at most for which its whole Jacobian is written out. */
const mostExplicit = 3;

/**
 * The error term of a unit that softmax joins with the others of its layer: Σ_i ∂E/∂a_i ∂a_i/∂z_j, with the Jacobian
 * a_i([i = j] − a_j). Under cross-entropy the values cancel, and y_j − t_j is left where the targets sum to 1.
 *
 * @param toValue ∂E/∂a_i of a unit of the layer, as it is known by then
 */
export function softmaxError(
  network: Network,
  id: UnitId,
  toValue: (unit: UnitId) => Expression,
): Chain {
  const layer = joined(network, id);
  const isNamed = certain(network.layers[certain(network.units[id]).layer]).name !== undefined;
  const jacobian: Line = {
    rule: 'chain-rule',
    after: sum(
      layer.map((each) =>
        product([derivative(dataLoss, unit(each)), derivative(unit(each), preactivation(id))]),
      ),
    ),
    subjects: layer.map(unit),
  };
  if (isJointSoftmax(network) && !isHidden(network, id)) {
    const lines =
      layer.length > mostExplicit && isNamed
        ? summedEntropy(network, id)
        : [jacobian, ...entropy(network, id, layer)];
    return chain(delta(id), [
      ...lines,
      ...underTargetsSumToOne(network, minus(unit(id), target(id))),
    ]);
  }
  if (layer.length > mostExplicit && isNamed && layer.every((each) => isHidden(network, each)))
    return chain(delta(id), [{ rule: 'softmax', after: summed(network, id) }]);
  const terms = layer.map((each) =>
    signedProduct([toValue(each), wayFactors(slopeFactor(network, each, id))]),
  );
  return chain(delta(id), [jacobian, { rule: 'softmax', after: sum(terms) }]);
}

const isHidden = (network: Network, id: UnitId): boolean => !network.outputs.includes(id);

/** a_j (∂E/∂a_j − Σ_i ∂E/∂a_i a_i) */
function summed(network: Network, id: UnitId): Expression {
  const { letter, at } = letterOf(network, id, 'unit-at');
  const { layer } = certain(network.units[id]);
  const all = sumOver(letter, layer, product([{ kind: 'derivative', of: dataLoss, by: at }, at]));
  return product([unit(id), minus(derivative(dataLoss, unit(id)), all)]);
}

/** −t_j/y_j y_j(1 − y_j) + t_i/y_i y_i y_j + …, and what is left of it when the values cancel. */
function entropy(network: Network, id: UnitId, layer: readonly UnitId[]): readonly Line[] {
  const terms = layer.map((each) =>
    signedProduct([
      negative(fraction(target(each), unit(each))),
      wayFactors(slopeFactor(network, each, id)),
    ]),
  );
  const left = layer.map((each) =>
    each === id
      ? negative(product([target(id), minus(number(1), unit(id))]))
      : product([target(each), unit(id)]),
  );
  return [
    { rule: 'softmax', after: sum(terms) },
    { rule: 'cancel', after: sum(left) },
    { rule: 'collect', after: minus(product([unit(id), targetSum(network)]), target(id)) },
  ];
}

/** The same for many classes: y_j (Σ_i t_i/y_i y_i − t_j/y_j) */
function summedEntropy(network: Network, id: UnitId): readonly Line[] {
  const y = letterOf(network, id, 'unit-at');
  const t = letterOf(network, id, 'target-at');
  const { layer } = certain(network.units[id]);
  const shares = sumOver(y.letter, layer, product([fraction(t.at, y.at), y.at]));
  const own = fraction(target(id), unit(id));
  return [
    { rule: 'softmax', after: product([unit(id), minus(shares, own)]) },
    {
      rule: 'cancel',
      after: minus(product([unit(id), sumOver(t.letter, layer, t.at)]), target(id)),
    },
  ];
}

function letterOf(
  network: Network,
  id: UnitId,
  kind: 'unit-at' | 'target-at',
): { readonly letter: string; readonly at: Indexed } {
  const { layer } = certain(network.units[id]);
  const letter = indexLetter(network, layer);
  return { letter, at: { kind, layer, index: index(letter) } };
}
