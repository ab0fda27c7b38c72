import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { edgeOf, entryUnits, joined, reachOf } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { delta, derivative, product, sum, target, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { signedProduct, written } from './factor.ts';
import { entryValue, slopeOf, variableOf, weight } from './local.ts';
import { lossForm } from './loss-form.ts';
import { dataLoss, gradientOf } from './overall.ts';
import { sloped } from './slope.ts';
import { isSoftmax } from './softmax.ts';
import { softmaxError } from './softmax-error.ts';

/**
 * The δ recursion (Rumelhart, Hinton and Williams 1986): an equation for every unit from the outputs back to where
 * the quantity enters, then the gradient. Linear in the edges.
 */
export const deltaChains = (network: Network, by: Quantity): readonly Chain[] => [
  ...errorTerms(network, [by]),
  gradientByError(network, by),
];

/** The error terms of all units that some quantities' gradients need, from the outputs back. */
export function errorTerms(network: Network, wanted: readonly Quantity[]): readonly Chain[] {
  // A unit's own error term is behind its activation, and no part of its gradient.
  const needed = new Set(wanted.flatMap((by) => [...reachOf(network, by).sums]));
  const backwards = [...network.layers]
    .reverse()
    .flatMap(({ units }) => units.filter((id) => needed.has(id)));
  // Under softmax an output may wait for what comes back to a unit beside it.
  const isFirst = (id: UnitId): boolean =>
    joined(network, id).every((each) => isOutput(network, each));
  const ordered = [...backwards.filter(isFirst), ...backwards.filter((id) => !isFirst(id))];
  const told = new Set<UnitId>();
  return ordered.flatMap((id) => {
    const values = isSoftmax(network, id) ? joined(network, id) : [];
    const untold = values.filter((each) => !isOutput(network, each) && !told.has(each));
    for (const each of untold) told.add(each);
    return [...untold.map((each) => valueError(network, each)), errorTerm(network, id)];
  });
}

const isOutput = (network: Network, id: UnitId): boolean => network.outputs.includes(id);

/** δ_j = ∂E/∂a_j φ′(z_j): y_k − t_k for a linear output, φ′(z_j) Σ_k w_{kj} δ_k for a hidden unit. */
export function errorTerm(network: Network, id: UnitId): Chain {
  if (isSoftmax(network, id)) {
    const toValue = (each: UnitId): Expression =>
      isOutput(network, each) ? errorAtOutput(network, each) : derivative(dataLoss, unit(each));
    return softmaxError(network, id, toValue);
  }
  const slope = slopeOf(network, id);
  const whole = isOutput(network, id)
    ? signedProduct([errorAtOutput(network, id), ...slope])
    : product([...slope, errorFrom(network, id)]);
  const cancelled = isOutput(network, id) ? lossForm(network).cancelled(id) : undefined;
  return chain(delta(id), [
    { rule: 'error-term', after: whole, subjects: [unit(id)] },
    { rule: 'slope', after: sloped(whole) },
    ...(cancelled === undefined ? [] : [{ rule: 'cancel' as const, after: cancelled }]),
  ]);
}

/** ∂E/∂a_j of a hidden unit that softmax joins with others. */
const valueError = (network: Network, id: UnitId): Chain =>
  chain(derivative(dataLoss, unit(id)), [
    { rule: 'error-term', after: errorFrom(network, id), subjects: [unit(id)] },
  ]);

/** ∂E/∂y of an output: y − t, with what else the loss brings. */
function errorAtOutput(network: Network, id: UnitId): Expression {
  const { lead, error } = lossForm(network);
  return signedProduct([lead, error(unit(id), target(id))]);
}

/** Σ over the units that a unit leads to of w δ. */
function errorFrom(network: Network, id: UnitId): Expression {
  const terms = certain(network.units[id]).outgoing.map((edgeId) => {
    const edge = edgeOf(network, edgeId);
    return written([weight(edge), delta(edge.to)]);
  });
  return sum(terms);
}

/** ∂E/∂w = δ_j x_i, by the error terms of the units where the quantity enters. */
export function gradientByError(network: Network, by: Quantity): Chain {
  const terms = entryUnits(network, by).map((entry) =>
    by.kind === 'unit'
      ? errorAtUnit(network, entry)
      : written([delta(entry), entryValue(network, entry, by)]),
  );
  return chain(gradientOf(network, by), [
    { rule: 'error-term', after: sum(terms), subjects: [variableOf(by)] },
  ]);
}

const errorAtUnit = (network: Network, id: UnitId): Expression =>
  isOutput(network, id) ? errorAtOutput(network, id) : errorFrom(network, id);
