import type { ActivationName } from '../network/network.ts';
import { minus, negative, number, product, square, sum, unit } from './build.ts';
import type { Expression } from './expression.ts';

/** The slope of an activation in terms of the unit's own value a, where it has one: a(1 − a), 1 − a². */
const byValue: Readonly<Partial<Record<ActivationName, (a: Expression) => readonly Expression[]>>> =
  {
    sigmoid: (a) => [a, minus(number(1), a)],
    tanh: (a) => [minus(number(1), square(a))],
  };

/** A product with every φ′(z) in it written by the unit's value. */
export function sloped(expression: Expression): Expression {
  switch (expression.kind) {
    case 'sum':
      return { ...expression, terms: expression.terms.map(sloped) };
    case 'negative':
      return { ...expression, body: sloped(expression.body) };
    case 'hadamard':
      return { ...expression, factors: expression.factors.flatMap(slopedEntries) };
    case 'product':
      return product(expression.factors.map(sloped));
    case 'apply': {
      const { activation, prime, argument } = expression;
      const written = byValue[activation.name];
      if (!prime || written === undefined) return expression;
      if (argument.kind === 'preactivation') return product(written(unit(argument.unit)));
      if (argument.kind === 'preactivation-at')
        return product(written({ ...argument, kind: 'unit-at' }));
      return expression;
    }
    default:
      return expression;
  }
}

/** φ′(z) of a whole layer as the factors that it is, entry by entry. */
function slopedEntries(factor: Expression): readonly Expression[] {
  if (factor.kind !== 'apply' || factor.argument.kind !== 'vector') return [factor];
  const written = byValue[factor.activation.name];
  const values: Expression = { ...factor.argument, of: 'unit-at' };
  if (written === undefined) return [factor];
  // A square would look like the name of another layer.
  const squared: Expression = { kind: 'hadamard', factors: [values, values] };
  return written(values).map((each) =>
    each.kind === 'sum'
      ? sum(each.terms.map((term) => (hasSquare(term) ? negative(squared) : term)))
      : each,
  );
}

const hasSquare = (term: Expression): boolean =>
  term.kind === 'negative' && term.body.kind === 'power';
