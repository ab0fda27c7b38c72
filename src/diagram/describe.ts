import type { Edge, Network, UnitId } from '../network/network.ts';
import { countPaths } from '../network/reach.ts';
import { spoken } from './typeset.ts';
import type { Focus, View } from './view.ts';

/** A figure with more edges than this names them layer by layer. */
const mostNamed = 40;

/** What the figure is, in a few words: its accessible name. */
export function title(network: Network, view: View): string {
  const hidden = network.units.length - network.inputs.length - network.outputs.length;
  const parts = [
    counted(network.inputs.length, 'input'),
    ...(hidden > 0 ? [counted(hidden, 'hidden unit')] : []),
    counted(network.outputs.length, 'output'),
  ];
  const whole = `network of ${listed(parts)}`;
  const focus = view.focus.map((each) => spoken(each.subject));
  if (view.only !== undefined) return `Part of a ${whole}`;
  return focus.length === 0 ? `A ${whole}` : `A ${whole}, with ${listed(focus)} in focus`;
}

/**
 * What the figure shows, such that a reader who can't see it could draw it: units by layer, edges with their weights,
 * and for each focus what it reaches and on how many paths.
 */
export function description(network: Network, view: View, edges: readonly Edge[]): string {
  return [
    layers(network, view),
    connections(network, edges),
    ...view.focus.map((focus) => inFocus(network, focus)),
  ].join(' ');
}

function layers(network: Network, view: View): string {
  const shown = network.layers
    .map((layer) => layer.units.filter((unit) => view.only?.units.has(unit) ?? true))
    .filter((units) => units.length > 0);
  const names = shown.map((units) => {
    const all = units.map((unit) => unitName(network, unit));
    return all.length > 8 ? `${all[0]} to ${all.at(-1)}` : listed(all);
  });
  return `Layers from left to right: ${names.join('; ')}.`;
}

function connections(network: Network, edges: readonly Edge[]): string {
  if (edges.length > mostNamed) {
    return `It has ${edges.length} edges: every unit leads to every unit of the next layer, save where it is said otherwise.`;
  }
  return `Edges: ${edges.map((edge) => `${unitName(network, edge.from)} to ${unitName(network, edge.to)} by ${weight(network, edge)}`).join('; ')}.`;
}

function inFocus(network: Network, focus: Focus): string {
  const outputs = network.outputs.filter((unit) => focus.units.has(unit));
  const start = Math.min(
    ...[...focus.units].filter(
      (unit) => network.units[unit]?.incoming.some((edge) => focus.edges.has(edge)) ?? false,
    ),
  );
  const ways = outputs.map((output) => {
    const paths = Number.isFinite(start) ? countPaths(network, start, output) : 1n;
    return `${unitName(network, output)} by ${paths === 1n ? 'one path' : `${paths} paths`}`;
  });
  return `In focus is ${spoken(focus.subject)}, which reaches ${listed(ways)}.`;
}

function weight(network: Network, edge: Edge): string {
  if ('fixed' in edge.weight) return String(edge.weight.fixed);
  const parameter = network.parameters[edge.weight.parameter];
  return parameter === undefined ? '' : spoken(parameter.name);
}

function unitName(network: Network, id: UnitId): string {
  const unit = network.units[id];
  return unit === undefined ? '' : spoken(unit.name);
}

const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
