import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { product } from './build.ts';
import { chain, type Line } from './chain.ts';
import {
  activationOf,
  areLast,
  hasIndexedBiases,
  isIndexed,
  isNamed,
  notLast,
  sharedBias,
} from './dense.ts';
import type { Chain, Refusal } from './derivation.ts';
import type { Indexed, Variable } from './expression.ts';
import { signedProduct } from './factor.ts';
import { errorAtOutputs, errorTermsAt } from './index-errors.ts';
import { carriedBack, deltaAt, letterAt, sumAlong } from './indexed.ts';
import { gradientOfAny, overallOf } from './overall.ts';

/**
 * The gradient of every weight of a layer in one equation, or of every bias or unit, with the recursion that leads to
 * it: the four equations of Nielsen's book, in this network's letters.
 */
export function indexChains(network: Network, by: Quantity): readonly Chain[] | Refusal {
  const layer = layerOf(network, by);
  const isWeight =
    by.kind === 'parameter' && certain(network.parameters[by.parameter]).kind === 'weight';
  const first = isWeight ? layer - 1 : layer;
  if (!areLast(network)) return notLast('no-general-indices');
  if (!isNamed(network, first)) return notNamed;
  if (!isIndexed(network, first)) return notIndexed;
  const last = network.layers.length - 1;
  if (by.kind === 'unit') return unitChains(network, layer);
  const biases = biasChains(network, layer);
  const isUniform = activationOf(network, layer) !== undefined;
  if (!isWeight && (biases.length === 0 || !isUniform)) return notIndexed;
  const errors = Array.from({ length: last - layer + 1 }, (_, back) => last - back).flatMap((of) =>
    errorTermsAt(network, of),
  );
  return [...errors, ...biases, ...(isWeight ? weightChains(network, layer, errors) : [])];
}

/** The layer that a quantity enters, or that a unit stands in. */
const layerOf = (network: Network, by: Quantity): number =>
  certain(network.units[certain(entryUnits(network, by)[0])]).layer;

/** ∂E/∂w_{ji} = δ_j a_i */
function weightChains(network: Network, layer: number, errors: readonly Chain[]): readonly Chain[] {
  const [to, from] = [letterAt(network, layer), letterAt(network, layer - 1)];
  const weight: Indexed = { kind: 'weight-at', layer, to, from };
  const tail: Indexed = { kind: 'unit-at', layer: layer - 1, index: from };
  // The first equation is that of the last layer's error terms.
  const short = certain(certain(errors[0]).steps.at(-1));
  const isOutput = layer === network.layers.length - 1;
  const lines: readonly Line[] = [
    ...(isOutput && short.condition === undefined
      ? [{ rule: 'generalise' as const, after: signedProduct([short.after, tail]) }]
      : []),
    { rule: 'rename', after: product([deltaAt(network, layer), tail]) },
  ];
  return gradient(network, weight, lines, true);
}

/** ∂E/∂b_j = δ_j, or Σ_j δ_j where a layer shares its bias. */
function biasChains(network: Network, layer: number): readonly Chain[] {
  const error = deltaAt(network, layer);
  if (hasIndexedBiases(network, layer)) {
    const bias: Indexed = { kind: 'bias-at', layer, index: letterAt(network, layer) };
    return gradient(network, bias, [{ rule: 'rename', after: error }], false);
  }
  const shared = sharedBias(network, layer);
  if (shared === undefined) return [];
  const after = sumAlong(network, layer, error);
  return gradient(
    network,
    { kind: 'parameter', parameter: shared },
    [{ rule: 'rename', after }],
    false,
  );
}

/** ∂E/∂h_j = Σ_k w_{kj} δ_k */
function unitChains(network: Network, layer: number): readonly Chain[] {
  const last = network.layers.length - 1;
  const errors = Array.from({ length: last - layer }, (_, back) => last - back).flatMap((of) =>
    errorTermsAt(network, of),
  );
  const unit: Indexed = { kind: 'unit-at', layer, index: letterAt(network, layer) };
  const after = layer === last ? errorAtOutputs(network) : carriedBack(network, layer);
  return [...errors, chain(gradientOfAny(network, unit), [{ rule: 'generalise', after }])];
}

/** The gradient of one example, and the mean of them. */
function gradient(
  network: Network,
  by: Variable | Indexed,
  lines: readonly Line[],
  isWeight: boolean,
): readonly Chain[] {
  const data = chain(gradientOfAny(network, by), lines);
  return [data, ...overallOf(network, by, isWeight, data)];
}

const notNamed: Refusal = {
  code: 'no-general-indices',
  message:
    'The units of a layer have names of their own here, so there is no index to write for all.',
  hint: 'Name them alike, such as h_1 and h_2, or all at once, such as h[2]; or write as delta.',
};

const notIndexed: Refusal = {
  code: 'no-general-indices',
  message:
    'The weights and biases on the way are not named after both their ends, so there are no general indices to write.',
  hint: 'Give the layers full connections and templates with j and i: weights w^l_{ji}, bias b^l_j.',
};
