import type { Edge, Network, UnitId } from '../network/network.ts';
import type { LabelText } from './view.ts';

/** What stands in a unit: its name. */
export function unitText(network: Network, id: UnitId): LabelText {
  const unit = network.units[id];
  if (unit === undefined) throw new Error(`the network has no unit ${id}`);
  return [{ kind: 'name', name: unit.name }];
}

/** What stands beside an edge: its weight's name, or the number that nobody trains. */
export function weightText(network: Network, { weight }: Edge): LabelText {
  if ('fixed' in weight) return [{ kind: 'text', text: String(weight.fixed).replace('-', '−') }];
  const parameter = network.parameters[weight.parameter];
  if (parameter === undefined) throw new Error(`the network has no parameter ${weight.parameter}`);
  return [{ kind: 'name', name: parameter.name }];
}
