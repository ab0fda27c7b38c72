import { certain } from '../certain.ts';
import type { Edge, Network, ParameterId, UnitId } from '../network/network.ts';
import type { Name } from '../syntax/document.ts';
import { groupBy } from './group.ts';
import { spokenNumber, unitName, unitNames, weightName } from './say.ts';
import { hasWeight } from './texts.ts';
import type { View } from './view.ts';

/** With more edges than this, and no numbers beside them, those between two layers are said at once where there are all that can be. */
const mostNamed = 40;
/** Of edges that must be said one by one, as many are; how many more there are is said of the rest. */
const mostSingle = 120;

/** Every edge that is drawn, with the weight that it bears. */
export function connections(network: Network, view: View): readonly string[] {
  const edges = network.edges.filter(({ id }) => view.only?.edges.has(id) ?? true);
  const pairs = [...groupBy(edges, (edge) => pairOf(network, edge)).values()];
  const hasNumbers = view.numbers?.edges !== undefined || view.widths !== undefined;
  const isSaidAtOnce = (pair: readonly Edge[]): boolean =>
    edges.length > mostNamed &&
    !hasNumbers &&
    isComplete(network, view, pair) &&
    isFamily(network, pair);
  const dense = pairs.filter(isSaidAtOnce);
  const single = dense.length === 0 ? edges : pairs.filter((pair) => !isSaidAtOnce(pair)).flat();
  return [
    ...dense.map((pair) => allToAll(network, view, pair)),
    ...oneByOne(network, view, single),
  ];
}

/** Whether the names of all weights follow from the first and the last: they differ by their subscripts alone. */
function isFamily(network: Network, pair: readonly Edge[]): boolean {
  const weights = new Set<ParameterId>();
  let single = 0;
  let first: Name | undefined;
  for (const { weight } of pair) {
    const parameter = 'fixed' in weight ? undefined : network.parameters[weight.parameter];
    if (parameter === undefined) return false;
    const { id, name, edges } = parameter;
    first ??= name;
    if (name.letter !== first.letter || name.superscript !== first.superscript) return false;
    if (edges.length === 1) single++;
    else weights.add(id);
  }
  return pair.length > 1 && single + weights.size === pair.length;
}

/**
 * A number for the two columns that an edge joins. A bias unit's edges are complete by themselves, and so are those to
 * the loss.
 */
function pairOf({ layers, units }: Network, { from, to }: Edge): number {
  const tail = certain(units[from]);
  const behind = certain(units[to]).layer;
  const isExtra = layers[tail.layer]?.units[tail.index] !== from;
  return isExtra ? -1 - (from * layers.length + behind) : tail.layer * layers.length + behind;
}

/** Whether each unit of the one side leads to each of the other, and the weights stand in the order of their names. */
function isComplete(network: Network, view: View, pair: readonly Edge[]): boolean {
  const [tails, heads] = [sideOf(pair, 'from'), sideOf(pair, 'to')];
  const [first] = pair;
  if (first === undefined || pair.length !== tails.length * heads.length) return false;
  const size = (unit: UnitId): number => {
    const { units } = certain(network.layers[certain(network.units[unit]).layer]);
    // A bias unit stands for itself alone.
    if (!units.includes(unit)) return 1;
    return units.filter((each) => view.only?.units.has(each) ?? true).length;
  };
  return size(certain(tails[0])) === tails.length && size(certain(heads[0])) === heads.length;
}

function sideOf(edges: readonly Edge[], end: 'from' | 'to'): readonly UnitId[] {
  const side = new Set<UnitId>();
  let last: UnitId | undefined;
  for (const edge of edges) {
    if (edge[end] !== last) side.add(edge[end]);
    last = edge[end];
  }
  return [...side].sort((a, b) => a - b);
}

/** The edges stand in the order of the units that they lead to. */
function allToAll(network: Network, view: View, edges: readonly Edge[]): string {
  const [tails, heads] = [sideOf(edges, 'from'), sideOf(edges, 'to')];
  const [first, last] = [certain(edges.at(0)), certain(edges.at(-1))];
  const lead = `Each of ${unitNames(network, view, tails)} leads to each of ${unitNames(network, view, heads)}`;
  return `${lead}, by ${weightName(network, first)} to ${weightName(network, last)}.`;
}

function oneByOne(network: Network, view: View, edges: readonly Edge[]): readonly string[] {
  if (edges.length === 0) return [];
  const said = edges.slice(0, mostSingle).map((edge) => edgeName(network, view, edge));
  const more = edges.length - said.length;
  return [`Edges: ${said.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`];
}

function edgeName(network: Network, view: View, edge: Edge): string {
  const ends = `${unitName(network, view, edge.from)} to ${unitName(network, view, edge.to)}`;
  if (!hasWeight(view, edge)) return ends;
  return [`${ends} by ${weightName(network, edge)}`, ...numbersOf(view, edge)].join(', ');
}

/** “weight 0.15”: what stands beside an edge in place of its name, and what its width tells. */
function numbersOf({ numbers, widths }: View, { id }: Edge): readonly string[] {
  const told = [numbers, widths].flatMap((each) => {
    const value = each?.edges?.get(id);
    const of = each?.measure?.of;
    return value === undefined
      ? []
      : [`${of === 'gradients' ? 'gradient' : 'weight'} ${spokenNumber(value)}`];
  });
  return [...new Set(told)];
}
