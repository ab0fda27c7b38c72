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
export function deltaChains(network: Network, by: Quantity): readonly Chain[] {
  const entries = entryUnits(network, by);
  const layer = (id: UnitId): number => network.units[id]?.layer ?? 0;
  const onTheWay = [...downstream(network, entries)].sort((a, b) => layer(b) - layer(a) || a - b);
  const isOwn = (id: UnitId): boolean => by.kind === 'unit' && id === by.unit;
  const outputs = network.outputs.filter((id) => onTheWay.includes(id) && !isOwn(id));
  const inside = onTheWay.filter((id) => !network.outputs.includes(id)).filter((id) => !isOwn(id));
  return [
    ...outputs.map((id) => outputError(network, id)),
    ...inside.map((id) => hidden(network, id)),
    last(network, entries, by),
  ];
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

function last(network: Network, entries: readonly UnitId[], by: Quantity): Chain {
  const terms = entries.map((entry) =>
    by.kind === 'unit'
      ? errorAtUnit(network, entry)
      : written([delta(entry), entryFactor(network, entry, by.parameter)]),
  );
  const left: Expression = { kind: 'gradient', by: variableOf(by) };
  return chain(left, [
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
