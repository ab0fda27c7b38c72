import type { ActivationName } from '../network/network.ts';
import { minus, number, product, square, unit } from './build.ts';
import type { Expression } from './expression.ts';

/** The slope of an activation in terms of the unit's own value a, where it has one: a(1 − a), 1 − a². */
const byValue: Readonly<Partial<Record<ActivationName, (a: Expression) => readonly Expression[]>>> =
  {
    sigmoid: (a) => [a, minus(number(1), a)],
    tanh: (a) => [minus(number(1), squared(a))],
  };

/** The square of a column is written entry by entry: with a 2 it would look like the name of another layer. */
const squared = (a: Expression): Expression =>
  a.kind === 'vector' ? { kind: 'hadamard', factors: [a, a] } : square(a);

/** A product with every φ′(z) in it written by the unit's value. */
export function sloped(expression: Expression): Expression {
  switch (expression.kind) {
    case 'sum':
      return { ...expression, terms: expression.terms.map(sloped) };
    case 'negative':
      return { ...expression, body: sloped(expression.body) };
    case 'hadamard':
      return { ...expression, factors: expression.factors.flatMap(slopeFactors) };
    case 'product':
      return product(expression.factors.map(sloped));
    case 'apply':
      return product(slopeFactors(expression));
    default:
      return expression;
  }
}

/** The factors of φ′(z) by the unit's value; anything else as it is. */
function slopeFactors(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'apply' || !expression.prime) return [expression];
  const value = valueBehind(expression.argument);
  const written = value && byValue[expression.activation.name]?.(value);
  return written ?? [expression];
}

/** The value of the unit, or of all units of a layer, that a weighted sum belongs to. */
function valueBehind(sum: Expression): Expression | undefined {
  switch (sum.kind) {
    case 'preactivation':
      return unit(sum.unit);
    case 'preactivation-at':
      return { ...sum, kind: 'unit-at' };
    case 'vector':
      return { ...sum, of: 'unit-at' };
  }
  return undefined;
}
