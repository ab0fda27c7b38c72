import { certain } from '../certain.ts';
import { alike, factorsOf, negative, number, product, sum } from './build.ts';
import type { Expression } from './expression.ts';

/** A product of local factors, written without factors 1. */
export function written(factors: readonly Expression[]): Expression {
  return product(factors.filter((factor) => !alike(factor, one)));
}

const one = number(1);

/** A product with the signs of its factors in front of all of it: a · (−b) becomes −ab. */
export function signedProduct(factors: readonly Expression[]): Expression {
  const minuses = factors.filter(({ kind }) => kind === 'negative').length;
  const bare = written(factors.map((each) => (each.kind === 'negative' ? each.body : each)));
  return minuses % 2 === 0 ? bare : negative(bare);
}

/**
 * A sum with what all its terms have in common before it: x₁w₁ + x₁w₂ becomes x₁(w₁ + w₂), and x₁w₁ − x₁w₂ becomes
 * x₁(w₁ − w₂). The same sum where they have nothing in common, or where there is one term only.
 */
export function factoredOut(terms: readonly Expression[]): Expression {
  const lists = terms.map((term) => factorsOf(term.kind === 'negative' ? term.body : term));
  const common = lists.length < 2 ? [] : lists.reduce(shared);
  const rest = lists.map((factors, place) => {
    const left = product(common.reduce(without, factors));
    return certain(terms[place]).kind === 'negative' ? negative(left) : left;
  });
  return product([...[...common].reverse(), sum(rest)]);
}

function shared(a: readonly Expression[], b: readonly Expression[]): readonly Expression[] {
  let left = b;
  return a.filter((factor) => {
    const has = left.some((other) => alike(other, factor));
    left = without(left, factor);
    return has;
  });
}

function without(factors: readonly Expression[], factor: Expression): readonly Expression[] {
  const place = factors.findIndex((other) => alike(other, factor));
  return factors.filter((_, other) => other !== place);
}
