import type { Edge, Network, UnitId } from '../network/network.ts';
import type { LabelText, View } from './view.ts';

/** What stands in a unit: its name, or the 1 that biases weigh. */
export function unitText(network: Network, view: View, id: UnitId): LabelText {
  if (view.extras?.get(id) === 'bias') return [{ kind: 'text', text: '1' }];
  const unit = network.units[id];
  if (unit === undefined) throw new Error(`the network has no unit ${id}`);
  return [{ kind: 'name', name: unit.name }];
}

/** Whether an edge has a weight that could be named: those that lead to the loss have none. */
export const hasWeight = (view: View, { to }: Edge): boolean => view.extras?.get(to) !== 'loss';

/** What stands beside an edge: its weight's name, or the number that nobody trains. */
export function weightText(network: Network, { weight }: Edge): LabelText {
  if ('fixed' in weight) return [{ kind: 'text', text: String(weight.fixed).replace('-', '−') }];
  const parameter = network.parameters[weight.parameter];
  if (parameter === undefined) throw new Error(`the network has no parameter ${weight.parameter}`);
  return [{ kind: 'name', name: parameter.name }];
}
