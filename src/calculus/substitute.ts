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
