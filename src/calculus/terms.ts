import { certain } from '../certain.ts';
import { linksOf } from '../network/links.ts';
import type { Network } from '../network/network.ts';
import { edgeOf } from '../network/reach.ts';
import type { Chain } from './derivation.ts';
import type { About, Expression } from './expression.ts';
import { parameterPart, partOf, union } from './part.ts';

/**
 * An expression with each of its terms set off, together with the path through the network that it walks: what stands
 * before a bracket belongs to every term inside. The weight that a gradient is taken by is on the path of a term that
 * begins where the weight does, though a product does not keep it as a factor.
 *
 * @param left of the chain that the expression is a line of
 * @param first the number with which the network's links begin on its page
 */
export function withTerms(
  expression: Expression,
  network: Network,
  left: Chain['left'],
  first: number,
): Expression {
  const subject = subjectOf(left, network);
  const walk = (part: Expression, outside: readonly About[]): Expression => {
    switch (part.kind) {
      case 'number':
        return part;
      case 'sum':
        return { ...part, terms: part.terms.map((each) => walk(each, outside)) };
      case 'negative':
      case 'sum-over':
        return { ...part, body: walk(part.body, outside) };
      case 'product':
        return isSimple(part) ? term(part, outside) : factors(part.factors, outside);
      default:
        return term(part, outside);
    }
  };

  function term(body: Expression, outside: readonly About[]): Expression {
    const own = partOf(body, network);
    const path = union([own, ...outside]);
    if (path.edges.length + path.units.length === 0) return body;
    const about = subject?.tails.some((tail) => path.units.includes(tail))
      ? union([path, subject.about])
      : path;
    return { kind: 'term', body, links: linksOf(network, first, about) };
  }

  /** A product with brackets inside: what stands beside them as terms of its own, and what is in them one by one. */
  function factors(all: readonly Expression[], outside: readonly About[]): Expression {
    const beside = all.filter(isSimple).map((factor) => partOf(factor, network));
    const parts: Expression[] = [];
    let run: Expression[] = [];
    const flush = (): void => {
      if (run.length > 0) parts.push(term({ kind: 'product', factors: run }, outside));
      run = [];
    };
    for (const factor of all) {
      if (isSimple(factor) && factor.kind !== 'number') {
        run.push(factor);
        continue;
      }
      flush();
      parts.push(isSimple(factor) ? factor : walk(factor, [...outside, ...beside]));
    }
    flush();
    return { kind: 'product', factors: parts };
  }

  return walk(expression, []);
}

/** Every term of an expression that has its terms set off. */
export function termsIn(expression: Expression): readonly Extract<Expression, { kind: 'term' }>[] {
  switch (expression.kind) {
    case 'term':
      return [expression];
    case 'sum':
      return expression.terms.flatMap(termsIn);
    case 'product':
      return expression.factors.flatMap(termsIn);
    case 'negative':
    case 'sum-over':
      return termsIn(expression.body);
    default:
      return [];
  }
}

/** What a chain is taken by, where that is a weight or bias: its edges, and where they begin. */
function subjectOf(
  left: Expression,
  network: Network,
): { readonly about: About; readonly tails: readonly number[] } | undefined {
  const by = 'by' in left ? left.by : undefined;
  if (by?.kind !== 'parameter') return undefined;
  const edges = certain(network.parameters[by.parameter]).edges;
  return {
    about: parameterPart(network, by.parameter),
    tails: edges.map((id) => edgeOf(network, id).from),
  };
}

/** Whether an expression is one term: no sum of products in it. */
function isSimple(expression: Expression): boolean {
  switch (expression.kind) {
    case 'sum-over':
      return false;
    case 'sum':
      return expression.terms.every((each) => isSimple(each) && !hasProduct(each));
    case 'product':
      return expression.factors.every(isSimple);
    case 'negative':
      return isSimple(expression.body);
    default:
      return true;
  }
}

const hasProduct = (expression: Expression): boolean =>
  expression.kind === 'product' || (expression.kind === 'negative' && hasProduct(expression.body));
