import { certain } from '../certain.ts';
import type { Network, UnitId } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import { applied } from './activation.ts';
import type { Expression, Index, Indexed, Variable } from './expression.ts';
import { column, entryIndices, row, sizeOf } from './matrix.ts';
import type { World } from './world.ts';

/** What the index letters stand for, counted from 1. */
export type Indices = ReadonlyMap<string, number>;

/** The value of an expression; every kind is worked out from its meaning in the network, never from how it was derived. */
export function evaluate<T>(
  expression: Expression,
  world: World<T>,
  indices: Indices = new Map(),
): T {
  const { field } = world;
  const at = (part: Expression): T => evaluate(part, world, indices);
  switch (expression.kind) {
    case 'number':
      return field.from(expression.value);
    case 'value':
      return field.from(expression.value, expression.error);
    case 'rate':
      return field.from(certain(world.network.rate));
    case 'decay':
      return field.from(certain(world.network.loss.decay));
    case 'decay-term':
      return decayTerm(world);
    case 'mean-over-examples': {
      const values = world.examples().map((each) => evaluate(expression.body, each, indices));
      return field.divide(values.reduce(field.add), field.from(values.length));
    }
    case 'after-step':
      return world.afterStep(expression.moved).value(expression.of);
    case 'fraction':
      return field.divide(at(expression.numerator), at(expression.denominator));
    case 'sum':
      return joined(expression.terms, at, field.add);
    case 'product':
    case 'hadamard':
      return joined(expression.factors, at, field.multiply);
    case 'negative':
      return field.negate(at(expression.body));
    case 'power': {
      const base = at(expression.base);
      let power = base;
      for (let factor = 1; factor < expression.exponent; factor++)
        power = field.multiply(power, base);
      return power;
    }
    case 'exponential':
      return field.exp(at(expression.body));
    case 'iverson':
      return field.from(
        placeOf(expression.of, indices) === placeOf(expression.is, indices) ? 1 : 0,
      );
    case 'matrix-product':
    case 'transpose':
    case 'diagonal':
      return entry(expression, world, indices);
    case 'logarithm':
      return field.log(at(expression.body));
    case 'apply':
      return applied(expression.activation, expression.prime, at(expression.argument), field);
    case 'derivative': {
      const of = variable(expression.of, world.network, indices);
      const by = variable(expression.by, world.network, indices);
      return expression.direct === true ? along(of, by, world) : world.derivative(of, by);
    }
    case 'gradient':
      return world.derivative({ kind: 'loss' }, variable(expression.by, world.network, indices));
    case 'differentiate':
      return evaluate(
        expression.body,
        world.differentiated(variable(expression.by, world.network, indices)),
        indices,
      ).tangent;
    case 'sum-over':
      return certain(world.network.layers[expression.layer])
        .units.map((_, place) =>
          evaluate(expression.body, world, new Map([...indices, [expression.index, place + 1]])),
        )
        .reduce(field.add);
    case 'sum-over-paths': {
      const { from, to } = expression;
      return pathSum(
        from,
        'unit' in to ? to.unit : unitAt(world.network, to.layer, to.index, indices),
        world,
      );
    }
    case 'term':
      return at(expression.body);
    default:
      return world.value(variable(expression, world.network, indices));
  }
}

/** The values of all parts, one after the other. */
function joined<T>(
  parts: readonly Expression[],
  at: (part: Expression) => T,
  join: (sofar: T, value: T) => T,
): T {
  let result = at(certain(parts[0]));
  for (let place = 1; place < parts.length; place++)
    result = join(result, at(certain(parts[place])));
  return result;
}

/** The plain variable that an indexed one is, once its indices have values. */
export function variable(symbol: Variable | Indexed, network: Network, indices: Indices): Variable {
  switch (symbol.kind) {
    case 'unit-at':
      return { kind: 'unit', unit: unitAt(network, symbol.layer, symbol.index, indices) };
    case 'preactivation-at':
      return { kind: 'preactivation', unit: unitAt(network, symbol.layer, symbol.index, indices) };
    case 'target-at':
      return { kind: 'target', unit: unitAt(network, symbol.layer, symbol.index, indices) };
    case 'delta-at':
      return { kind: 'delta', unit: unitAt(network, symbol.layer, symbol.index, indices) };
    case 'vector': {
      const at = { kind: symbol.of, layer: symbol.layer, index: { letter: row } } as const;
      return variable(at, network, indices);
    }
    case 'weight-matrix': {
      const [to, from] = [{ letter: row }, { letter: column }];
      return variable({ kind: 'weight-at', layer: symbol.layer, to, from }, network, indices);
    }
    case 'bias-at': {
      const { bias } = certain(network.units[unitAt(network, symbol.layer, symbol.index, indices)]);
      return { kind: 'parameter', parameter: certain(bias) };
    }
    case 'weight-at': {
      const to = unitAt(network, symbol.layer, symbol.to, indices);
      const from = unitAt(network, symbol.layer - 1, symbol.from, indices);
      const [weight] = certain(network.units[to])
        .incoming.map((id) => edgeOf(network, id))
        .flatMap((each) =>
          each.from === from && 'parameter' in each.weight ? each.weight.parameter : [],
        );
      return { kind: 'parameter', parameter: certain(weight) };
    }
    default:
      return symbol;
  }
}

const placeOf = (index: Index, indices: Indices): number | undefined =>
  'number' in index ? index.number : indices.get(index.letter);

function unitAt(network: Network, layer: number, index: Index, indices: Indices): UnitId {
  return certain(certain(network.layers[layer]).units[certain(placeOf(index, indices)) - 1]);
}

/** One entry of a matrix, whose row and column the indices tell. */
function entry<T>(
  expression: Extract<Expression, { kind: 'matrix-product' | 'transpose' | 'diagonal' }>,
  world: World<T>,
  indices: Indices,
): T {
  const { field, network } = world;
  const [i, j] = [certain(indices.get(row)), indices.get(column) ?? 1];
  switch (expression.kind) {
    case 'transpose':
      return evaluate(expression.body, world, entryIndices(indices, j, i));
    case 'diagonal':
      return i === j
        ? evaluate(expression.body, world, entryIndices(indices, i, 1))
        : field.from(0);
    case 'matrix-product': {
      const [first, ...rest] = expression.factors;
      const [second] = rest;
      if (second === undefined) return evaluate(certain(first), world, indices);
      const between = Array.from({ length: sizeOf(second, network).rows }, (_, at) => at + 1);
      return between
        .map((m) =>
          field.multiply(
            evaluate(certain(first), world, entryIndices(indices, i, m)),
            entry({ kind: 'matrix-product', factors: rest }, world, entryIndices(indices, m, j)),
          ),
        )
        .reduce(field.add);
    }
  }
}

/** λ/2 Σ_w w² */
function decayTerm<T>({ network, field, value }: World<T>): T {
  const squares = network.parameters
    .filter(({ kind }) => kind === 'weight')
    .map(({ id }) => value({ kind: 'parameter', parameter: id }))
    .map((w) => field.multiply(w, w));
  const sum = squares.reduce(field.add, field.from(0));
  return field.multiply(field.from(certain(network.loss.decay) / 2), sum);
}

/** ∂of/∂by along the edges between the two alone, as if no other path joined them. */
function along<T>(of: Variable, by: Variable, { network, field, value }: World<T>): T {
  if (of.kind !== 'unit' && of.kind !== 'preactivation')
    throw new Error('only a unit has a derivative along an edge');
  const { incoming: ids, bias } = certain(network.units[of.unit]);
  const incoming = ids.map((id) => edgeOf(network, id));
  if (by.kind === 'parameter') {
    return incoming
      .filter((edge) => 'parameter' in edge.weight && edge.weight.parameter === by.parameter)
      .map((edge) => value({ kind: 'unit', unit: edge.from }))
      .reduce(field.add, field.from(bias === by.parameter ? 1 : 0));
  }
  return incoming
    .filter((edge) => by.kind === 'unit' && edge.from === by.unit)
    .map((edge) => weight(edge.weight))
    .reduce(field.add, field.from(0));

  function weight(of: Network['edges'][number]['weight']): T {
    return 'fixed' in of
      ? field.from(of.fixed)
      : value({ kind: 'parameter', parameter: of.parameter });
  }
}

/** Σ over the paths of the product of their weights, by one pass along the edges. */
function pathSum<T>(from: UnitId, to: UnitId, world: World<T>): T {
  const { network, field, value } = world;
  const sums = new Map<UnitId, T>([[from, field.from(1)]]);
  for (let id = from + 1; id <= to; id++) {
    const terms = certain(network.units[id]).incoming.flatMap((edgeId) => {
      const edge = edgeOf(network, edgeId);
      const sofar = sums.get(edge.from);
      if (sofar === undefined) return [];
      const { weight } = edge;
      const factor =
        'fixed' in weight
          ? field.from(weight.fixed)
          : value({ kind: 'parameter', parameter: weight.parameter });
      return [field.multiply(factor, sofar)];
    });
    if (terms.length > 0) sums.set(id, terms.reduce(field.add));
  }
  return sums.get(to) ?? field.from(0);
}
