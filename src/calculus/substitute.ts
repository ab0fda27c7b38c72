import type { Network } from '../network/network.ts';
import { product, sum } from './build.ts';
import { type Indices, variable } from './evaluate.ts';
import type { Expression } from './expression.ts';

/** An expression with every symbol in it replaced by what `put` gives for it; symbols that it gives nothing for stay. */
export function substitute(
  expression: Expression,
  put: (symbol: Expression) => Expression | undefined,
): Expression {
  const of = (part: Expression): Expression => substitute(part, put);
  switch (expression.kind) {
    case 'sum':
      return { ...expression, terms: expression.terms.map(of) };
    case 'product':
      return { ...expression, factors: expression.factors.map(of) };
    case 'negative':
    case 'exponential':
    case 'logarithm':
      return { ...expression, body: of(expression.body) };
    case 'fraction':
      return {
        ...expression,
        numerator: of(expression.numerator),
        denominator: of(expression.denominator),
      };
    case 'power':
      return { ...expression, base: of(expression.base) };
    case 'apply':
      return { ...expression, argument: of(expression.argument) };
    default:
      return put(expression) ?? expression;
  }
}

/** An expression with every sum over a layer written out, and its indices replaced by numbers. */
export function writtenOut(
  expression: Expression,
  network: Network,
  indices: Indices = new Map(),
): Expression {
  const of = (part: Expression): Expression => writtenOut(part, network, indices);
  switch (expression.kind) {
    case 'sum-over':
      return sum(
        (network.layers[expression.layer]?.units ?? []).map((_, place) =>
          writtenOut(
            expression.body,
            network,
            new Map([...indices, [expression.index, place + 1]]),
          ),
        ),
      );
    case 'sum':
      return sum(expression.terms.map(of));
    case 'product':
      return product(expression.factors.map(of));
    case 'negative':
    case 'exponential':
    case 'logarithm':
      return { ...expression, body: of(expression.body) };
    case 'fraction':
      return {
        ...expression,
        numerator: of(expression.numerator),
        denominator: of(expression.denominator),
      };
    case 'derivative':
      return {
        ...expression,
        of: variable(expression.of, network, indices),
        by: variable(expression.by, network, indices),
      };
    case 'unit-at':
    case 'preactivation-at':
    case 'target-at':
    case 'delta-at':
      return variable(expression, network, indices);
    default:
      return expression;
  }
}
