import { certain } from '../certain.ts';
import type { Edge, Network, UnitId } from '../network/network.ts';
import type { LabelText, View } from './view.ts';

/** What stands in a unit: its name, or the 1 that biases weigh. */
export function unitText(network: Network, view: View, id: UnitId): LabelText {
  if (view.extras?.get(id) === 'bias') return [{ kind: 'text', text: '1' }];
  return [{ kind: 'name', name: certain(network.units[id]).name }];
}

/** Whether an edge has a weight that could be named: those that lead to the loss have none. */
export const hasWeight = (view: View, { to }: Edge): boolean => view.extras?.get(to) !== 'loss';

/** Whether something could stand beside an edge: the name of its weight, or the number that is shown in its place. */
export const hasText = (view: View, edge: Edge): boolean =>
  hasWeight(view, edge) && (view.numbers?.edges?.has(edge.id) ?? true);

/** What stands beside an edge. */
export function edgeText(network: Network, { numbers }: View, edge: Edge): LabelText {
  const number = numbers?.edges?.get(edge.id);
  return number === undefined ? weightText(network, edge) : numberText(number);
}

/** A number in a figure, where there is little room: three digits behind the point at most, 2e−5 where they would be 0. */
export const numberText = (value: number): LabelText => [
  { kind: 'text', text: shortNumber(value).replaceAll('-', '−') },
];

export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0005 || size >= 100_000))
    return value.toExponential(0).replace('+', '');
  const digits = Math.max(0, 3 - Math.max(0, Math.floor(Math.log10(size || 1))));
  return String(Number(value.toFixed(digits)));
}

/** What stands beside an edge: its weight's name, or the number that nobody trains. */
export function weightText(network: Network, { weight }: Edge): LabelText {
  if ('fixed' in weight) return [{ kind: 'text', text: String(weight.fixed).replace('-', '−') }];
  return [{ kind: 'name', name: certain(network.parameters[weight.parameter]).name }];
}
