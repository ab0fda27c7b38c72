import type { Edge, Layer, Network, UnitId } from '../network/network.ts';
import { countPaths, edgeOf } from '../network/reach.ts';
import { sameName } from '../syntax/name.ts';
import { shownUnits } from './columns.ts';
import { groupBy } from './group.ts';
import type { Plan } from './plan.ts';
import { spoken, words } from './typeset.ts';
import type { Focus, View } from './view.ts';

/** A figure with more edges than this names them layer by layer, a layer with more units its first and last. */
const mostNamed = 40;
const mostListed = 8;

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
export function description(network: Network, view: View, plan: Plan): string {
  const edges = network.edges.filter(({ id }) => view.only?.edges.has(id) ?? true);
  const sentences = [
    layers(network, view),
    ...network.layers.flatMap((layer) => leftOut(network, layer)),
    ...connections(network, edges, view),
    named[plan.labelled],
    directions[view.arrows],
    ...view.focus.flatMap((focus) => [
      ...(view.outline ? [outlined(network, focus)] : []),
      inFocus(network, focus),
    ]),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const named: Readonly<Record<Plan['labelled'], string>> = {
  all: '',
  focus: 'The figure names the weights in focus only.',
  none: 'The figure does not name the single weights.',
};
const directions: Readonly<Record<View['arrows'], string>> = {
  forward: '',
  backward: 'The arrows point backward.',
  none: 'The edges have no arrows.',
};

function layers(network: Network, view: View): string {
  const drawn = network.layers
    .map(({ units }) => units.filter((unit) => view.only?.units.has(unit) ?? true))
    .filter((units) => units.length > 0);
  return `Layers from left to right: ${drawn.map((units) => unitNames(network, units)).join('; ')}.`;
}

function leftOut(network: Network, layer: Layer): readonly string[] {
  const shown = shownUnits(layer);
  if (shown.length === layer.units.length) return [];
  const names = listed(shown.map((unit) => unitName(network, unit)));
  return [`Of ${unitNames(network, layer.units)} the figure shows ${names}.`];
}

/** Edge by edge; in a large figure all edges from one layer to another at once where there are all that can be. */
function connections(network: Network, edges: readonly Edge[], view: View): readonly string[] {
  const sizes = network.layers.map(
    ({ units }) => units.filter((unit) => view.only?.units.has(unit) ?? true).length,
  );
  const layerOf = (unit: UnitId): number => network.units[unit]?.layer ?? 0;
  const pairs = groupBy(edges, ({ from, to }) => `${layerOf(from)} ${layerOf(to)}`);
  const isDense = ([first, ...more]: readonly Edge[]): boolean =>
    edges.length > mostNamed &&
    first !== undefined &&
    more.length + 1 === (sizes[layerOf(first.from)] ?? 0) * (sizes[layerOf(first.to)] ?? 0);
  const dense = [...pairs.values()].filter(isDense);
  const single =
    dense.length === 0 ? edges : [...pairs.values()].filter((pair) => !isDense(pair)).flat();
  const edgeNames = single.map(
    (edge) =>
      `${unitName(network, edge.from)} to ${unitName(network, edge.to)} by ${weight(network, edge)}`,
  );
  return [
    ...dense.map((pair) => allToAll(network, pair)),
    ...(single.length > 0 ? [`Edges: ${edgeNames.join('; ')}.`] : []),
  ];
}

/** The edges stand in the order of the units that they lead to. */
function allToAll(network: Network, edges: readonly Edge[]): string {
  const ends = (of: (edge: Edge) => UnitId): string =>
    unitNames(
      network,
      [...new Set(edges.map(of))].sort((a, b) => a - b),
    );
  const [first, last] = [edges.at(0), edges.at(-1)];
  const weights = first && last ? `${weight(network, first)} to ${weight(network, last)}` : '';
  return `Each of ${ends(({ from }) => from)} leads to each of ${ends(({ to }) => to)}, by ${weights}.`;
}

function outlined(network: Network, { label, units }: Focus): string {
  const inside = [...units].sort((a, b) => a - b);
  return `An outline labelled ${words(label)} holds ${unitNames(network, inside)}.`;
}

/** A weight acts where its edges lead, once for each of them; a bias on its units; a unit by itself. */
function inFocus(network: Network, { subject }: Focus): string {
  const parameter = network.parameters.find(({ name }) => sameName(name, subject));
  const unit = network.units.find(({ name }) => sameName(name, subject));
  const starts = parameter
    ? [...parameter.units, ...parameter.edges.map((edge) => edgeOf(network, edge).to)]
    : [unit?.id ?? 0];
  const ways = network.outputs.flatMap((output) => {
    const paths = starts.reduce((sum, start) => sum + countPaths(network, start, output), 0n);
    const counted = paths === 1n ? 'one path' : `${paths} paths`;
    return paths === 0n || output === unit?.id
      ? []
      : [`${unitName(network, output)} by ${counted}`];
  });
  const reached = ways.length === 0 ? '' : `, which reaches ${listed(ways)}`;
  return `In focus is ${spoken(subject)}${reached}.`;
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

/** All of them, or the first and the last of many. */
function unitNames(network: Network, units: readonly UnitId[]): string {
  const names = units.map((unit) => unitName(network, unit));
  return names.length > mostListed ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
