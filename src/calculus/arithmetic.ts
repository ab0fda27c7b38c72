import type { Expression } from './expression.ts';

/** What an arithmetic expression is made of: terms, factors, numerator and so on. Symbols, derivatives and sums over indices have no such parts. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sum':
      return expression.terms;
    case 'product':
      return expression.factors;
    case 'negative':
    case 'exponential':
    case 'logarithm':
      return [expression.body];
    case 'fraction':
      return [expression.numerator, expression.denominator];
    case 'power':
      return [expression.base];
    case 'apply':
      return [expression.argument];
    default:
      return [];
  }
}

/** The same expression with each of its parts replaced; one without parts as it is. */
export function mapParts(expression: Expression, of: (part: Expression) => Expression): Expression {
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
      return expression;
  }
}
