import type { Network, UnitId } from '../network/network.ts';
import { downstream, edgeOf, entryUnits } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import { aboutOf } from './about.ts';
import { delta, minus, product, sum, target, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain } from './derivation.ts';
import type { Expression } from './expression.ts';
import { written } from './factor.ts';
import { entryFactor, variableOf, weight } from './local.ts';

/** δ_k = y_k − t_k */
export function outputError(id: UnitId): Chain {
  return chain(delta(id), [
    { rule: 'error-term', after: minus(unit(id), target(id)), subjects: [unit(id)] },
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
  const outputs = network.outputs.filter((id) => onTheWay.includes(id));
  const inside = onTheWay
    .filter((id) => !network.outputs.includes(id))
    .filter((id) => by.kind !== 'unit' || id !== by.unit);
  return [
    ...outputs.map(outputError),
    ...inside.map((id) => hidden(network, id)),
    last(network, entries, by),
  ];
}

function hidden(network: Network, id: UnitId): Chain {
  return chain(delta(id), [
    { rule: 'error-term', after: errorFrom(network, id), subjects: [unit(id)] },
  ]);
}

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
  network.outputs.includes(id) ? product([delta(id)]) : errorFrom(network, id);
