import { certain } from '../certain.ts';
import type { EdgeId, Network, UnitId } from '../network/network.ts';
import { contribution, downstream, edgeOf, entryUnits, upstream } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import type { About, Expression, Index, Indexed, Variable } from './expression.ts';

const nothing: About = { edges: [], units: [] };

/** The part of the network that an expression speaks of: the path that a product walks, the reach of a derivative. */
export function partOf(expression: Expression, network: Network): About {
  const all = (parts: readonly Expression[]): About =>
    union(parts.map((part) => partOf(part, network)));
  switch (expression.kind) {
    case 'number':
    case 'loss':
    case 'data-loss':
    case 'rate':
    case 'decay':
    case 'decay-term':
    case 'iverson':
      return nothing;
    case 'value':
    case 'after-step':
      return partOf(expression.of, network);
    case 'fraction':
      return all([expression.numerator, expression.denominator]);
    case 'sum':
      return all(expression.terms);
    case 'product':
      return all(expression.factors);
    case 'power':
      return partOf(expression.base, network);
    case 'apply':
      return partOf(expression.argument, network);
    case 'negative':
    case 'exponential':
    case 'transpose':
    case 'diagonal':
    case 'logarithm':
    case 'sum-over':
    case 'mean-over-examples':
    case 'term':
      return partOf(expression.body, network);
    case 'parameter':
      return parameterPart(network, expression.parameter);
    case 'gradient':
      return reach(network, expression.by);
    case 'derivative':
      return between(network, expression.by, partOf(expression.of, network).units);
    case 'differentiate':
      return between(network, expression.by, partOf(expression.body, network).units);
    case 'sum-over-paths': {
      const { from, to } = expression;
      const ends = 'unit' in to ? [to.unit] : unitsAt(network, to.layer, to.index);
      return between(network, { kind: 'unit', unit: from }, ends);
    }
    case 'matrix-product':
    case 'hadamard':
      return all(expression.factors);
    case 'vector':
      return { edges: [], units: certain(network.layers[expression.layer]).units };
    case 'weight-matrix': {
      const { units: heads } = certain(network.layers[expression.layer]);
      const edges = heads.flatMap((id) => certain(network.units[id]).incoming);
      return union(edges.map((id) => edgePart(network, id)));
    }
    case 'weight-at':
      return union(weightsAt(network, expression).map((id) => edgePart(network, id)));
    case 'unit-at':
    case 'preactivation-at':
    case 'target-at':
    case 'delta-at':
    case 'bias-at':
      return { edges: [], units: unitsAt(network, expression.layer, expression.index) };
    default:
      return { edges: [], units: [expression.unit] };
  }
}

/** Several parts as one, each member once. */
export function union(parts: readonly About[]): About {
  const [edges, units] = [new Set<EdgeId>(), new Set<UnitId>()];
  for (const part of parts) {
    for (const id of part.edges) edges.add(id);
    for (const id of part.units) units.add(id);
  }
  return { edges: [...edges], units: [...units] };
}

/** A weight's edges with their ends, or the units that a bias is added to. */
export function parameterPart(network: Network, id: number): About {
  const { edges, units } = certain(network.parameters[id]);
  return union([{ edges: [], units }, ...edges.map((edge) => edgePart(network, edge))]);
}

function edgePart(network: Network, id: EdgeId): About {
  const { from, to } = edgeOf(network, id);
  return { edges: [id], units: [from, to] };
}

/** All that a quantity can reach. */
function reach(network: Network, by: Variable | Indexed): About {
  const quantity = quantityOf(by);
  if (quantity === undefined) return partOf(by, network);
  const { edges, units } = contribution(network, quantity);
  return { edges: [...edges], units: [...units] };
}

/** What lies on the ways from a quantity to some units, both included. */
function between(network: Network, by: Variable | Indexed, ends: readonly UnitId[]): About {
  const quantity = quantityOf(by);
  if (quantity === undefined) return union([partOf(by, network), { edges: [], units: ends }]);
  const after = downstream(network, entryUnits(network, quantity));
  const before = new Set(ends.flatMap((end) => [...upstream(network, end)]));
  const units = [...after].filter((unit) => before.has(unit));
  const inside = new Set(units);
  const edges = network.edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
  return union([partOf(by, network), { edges: edges.map(({ id }) => id), units }]);
}

function quantityOf(by: Variable | Indexed): Quantity | undefined {
  if (by.kind === 'parameter') return by;
  if (by.kind === 'unit' || by.kind === 'preactivation') return { kind: 'unit', unit: by.unit };
  return undefined;
}

/** The units that an index can mean: that of a number, or with a letter all of the layer. */
function unitsAt(network: Network, layer: number, index: Index): readonly UnitId[] {
  const { units } = certain(network.layers[layer]);
  return 'number' in index ? units.slice(index.number - 1, index.number) : units;
}

function weightsAt(
  network: Network,
  { layer, to, from }: Extract<Indexed, { kind: 'weight-at' }>,
): readonly EdgeId[] {
  const [heads, tails] = [unitsAt(network, layer, to), unitsAt(network, layer - 1, from)];
  return network.edges
    .filter((edge) => heads.includes(edge.to) && tails.includes(edge.from))
    .map(({ id }) => id);
}
