import type { Network, UnitId } from '../network/network.ts';
import { downstream, edgeOf, entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { aboutOf } from './about.ts';
import { delta, minus, product, sum, target, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { entryFactor, slopeOf, variableOf, weight } from './local.ts';
import { lossForm } from './loss-form.ts';
import { gradientOf } from './overall.ts';
import { sloped } from './slope.ts';

/** δ_k = ∂E/∂y_k φ′(z_k); without an activation ∂E/∂y_k, as y_k − t_k. */
export function outputError(network: Network, id: UnitId): Chain {
  const { cancels } = lossForm(network);
  const whole = product([errorAtOutput(network, id), ...slopeOf(network, id)]);
  return errorTerm(id, whole, cancels ? minus(unit(id), target(id)) : undefined);
}

/** ∂E/∂y of an output: y − t, with what else the loss brings. */
function errorAtOutput(network: Network, id: UnitId): Expression {
  const { lead, error } = lossForm(network);
  return written([lead, error(unit(id), target(id))]);
}

function errorTerm(id: UnitId, after: Expression, cancelled?: Expression): Chain {
  return chain(delta(id), [
    { rule: 'error-term', after, subjects: [unit(id)] },
    { rule: 'slope', after: sloped(after) },
    ...(cancelled === undefined ? [] : [{ rule: 'cancel' as const, after: cancelled }]),
  ]);
}

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
  const needed = new Set(wanted.flatMap((by) => [...neededFor(network, by)]));
  const layer = (id: UnitId): number => network.units[id]?.layer ?? 0;
  const backwards = [...needed].sort((a, b) => layer(b) - layer(a) || a - b);
  const isOutput = (id: UnitId): boolean => network.outputs.includes(id);
  return [
    ...backwards.filter(isOutput).map((id) => outputError(network, id)),
    ...backwards.filter((id) => !isOutput(id)).map((id) => hidden(network, id)),
  ];
}

/** The units that a quantity's gradient comes back through; a unit's own error term is behind its activation. */
function neededFor(network: Network, by: Quantity): readonly UnitId[] {
  const reached = [...downstream(network, entryUnits(network, by))];
  return by.kind === 'unit' ? reached.filter((id) => id !== by.unit) : reached;
}

/** δ_j = φ′(z_j) Σ_k w_{kj} δ_k */
const hidden = (network: Network, id: UnitId): Chain =>
  errorTerm(id, product([...slopeOf(network, id), errorFrom(network, id)]));

/** Σ over the units that a unit leads to of w δ. */
function errorFrom(network: Network, id: UnitId): Expression {
  const terms = (network.units[id]?.outgoing ?? []).map((edgeId) => {
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
      : written([delta(entry), entryFactor(network, entry, by.parameter)]),
  );
  return chain(gradientOf(network, by), [
    {
      rule: 'error-term',
      after: sum(terms),
      subjects: [variableOf(by)],
      about: aboutOf(network, by),
    },
  ]);
}

const errorAtUnit = (network: Network, id: UnitId): Expression =>
  network.outputs.includes(id) ? errorAtOutput(network, id) : errorFrom(network, id);
