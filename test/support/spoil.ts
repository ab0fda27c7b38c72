import type { Expression, Variable } from '../../src/calculus/expression.ts';
import type { Network } from '../../src/network/network.ts';

/** An expression with one thing in it changed, and what kind of thing. */
export interface Spoiled {
  readonly change: 'index' | 'sign' | 'factor' | 'exponent';
  readonly expression: Expression;
}

/** Every way to spoil an expression by one change: an index, a sign, a factor or an exponent. */
export function spoilings(expression: Expression, network: Network): readonly Spoiled[] {
  return [...here(expression, network), ...within(expression, network)];
}

/** Changes at the root. */
function here(expression: Expression, network: Network): readonly Spoiled[] {
  switch (expression.kind) {
    case 'unit':
    case 'parameter':
    case 'target':
    case 'preactivation':
    case 'delta':
      return [
        ...siblings(expression, network).map(
          (other): Spoiled => ({ change: 'index', expression: other }),
        ),
        { change: 'exponent', expression: { kind: 'power', base: expression, exponent: 2 } },
      ];
    case 'derivative': {
      const { of, by } = expression;
      return [
        ...relatives(of, network).map((other) => ({ ...expression, of: other })),
        ...relatives(by, network).map((other) => ({ ...expression, by: other })),
      ].map((other) => ({ change: 'index', expression: other }));
    }
    case 'sum':
      return expression.terms.map((_, place) => ({
        change: 'sign',
        expression: {
          ...expression,
          terms: expression.terms.map((term, at) => (at === place ? turned(term) : term)),
        },
      }));
    case 'product':
      return expression.factors.flatMap((factor, place): readonly Spoiled[] => {
        const others = expression.factors.filter((_, at) => at !== place);
        const [only] = others;
        const fewer: Expression =
          others.length === 1 && only !== undefined ? only : { ...expression, factors: others };
        const more: Expression = { ...expression, factors: [factor, ...expression.factors] };
        return [
          { change: 'factor', expression: fewer },
          { change: 'factor', expression: more },
        ];
      });
    case 'power':
      return [expression.exponent - 1, expression.exponent + 1].map((exponent) => ({
        change: 'exponent',
        expression: exponent === 1 ? expression.base : { ...expression, exponent },
      }));
    default:
      return [];
  }
}

/** Changes in one of the parts. */
function within(expression: Expression, network: Network): readonly Spoiled[] {
  const into = <Part extends Expression>(part: Part, put: (other: Expression) => Expression) =>
    spoilings(part, network).map(
      ({ change, expression: other }): Spoiled => ({ change, expression: put(other) }),
    );
  switch (expression.kind) {
    case 'sum':
      return expression.terms.flatMap((term, place) =>
        into(term, (other) => ({ ...expression, terms: expression.terms.with(place, other) })),
      );
    case 'product':
      return expression.factors.flatMap((factor, place) =>
        into(factor, (other) => ({
          ...expression,
          factors: expression.factors.with(place, other),
        })),
      );
    case 'fraction':
      return [
        ...into(expression.numerator, (numerator) => ({ ...expression, numerator })),
        ...into(expression.denominator, (denominator) => ({ ...expression, denominator })),
      ];
    case 'power':
      return into(expression.base, (base) => ({ ...expression, base }));
    case 'negative':
    case 'logarithm':
    case 'differentiate':
    case 'sum-over':
      return into(expression.body, (body) => ({ ...expression, body }));
    case 'apply':
      return into(expression.argument, (argument) => ({ ...expression, argument }));
    default:
      return [];
  }
}

const turned = (term: Expression): Expression =>
  term.kind === 'negative' ? term.body : { kind: 'negative', body: term };

/** The variables of the same kind: the same letter with other indices, as a rule. */
function siblings(variable: Variable, network: Network): readonly Variable[] {
  const all = ((): readonly Variable[] => {
    switch (variable.kind) {
      case 'parameter':
        return network.parameters.map(({ id }) => ({ kind: 'parameter', parameter: id }));
      case 'target':
        return network.outputs.map((unit) => ({ kind: 'target', unit }));
      case 'unit':
        return network.units.map(({ id }) => ({ kind: 'unit', unit: id }));
      case 'preactivation':
      case 'delta':
        return network.units
          .filter(({ incoming }) => incoming.length > 0)
          .map(({ id }) => ({ kind: variable.kind, unit: id }));
      default:
        return [];
    }
  })();
  return all.filter((other) => JSON.stringify(other) !== JSON.stringify(variable));
}

const relatives = (symbol: { readonly kind: string }, network: Network): readonly Variable[] =>
  /-at$/.test(symbol.kind) ? [] : siblings(symbol as Variable, network);
