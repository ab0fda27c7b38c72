import { certain } from '../certain.ts';
import type { ParameterId, UnitId } from '../network/network.ts';
import type { Expression, Index, Indexed, Variable } from './expression.ts';

/** Constructors. None of them simplifies, save that a sum or product of one is that one, and of none is 0 or 1. */
export const number = (value: number): Expression => ({ kind: 'number', value });
export const fraction = (numerator: Expression, denominator: Expression): Expression => ({
  kind: 'fraction',
  numerator,
  denominator,
});
export const half = fraction(number(1), number(2));
export const loss: Variable = { kind: 'loss' };
export const unit = (id: UnitId): Variable => ({ kind: 'unit', unit: id });
export const parameter = (id: ParameterId): Variable => ({ kind: 'parameter', parameter: id });
export const preactivation = (id: UnitId): Variable => ({ kind: 'preactivation', unit: id });
export const target = (id: UnitId): Variable => ({ kind: 'target', unit: id });
export const delta = (id: UnitId): Variable => ({ kind: 'delta', unit: id });
export const index = (letter: string): Index => ({ letter });

/** ∂of/∂by */
export const derivative = (of: Variable | Indexed, by: Variable | Indexed): Expression => ({
  kind: 'derivative',
  of,
  by,
});
export const differentiate = (by: Variable, body: Expression): Expression => ({
  kind: 'differentiate',
  by,
  body,
});
export const negative = (body: Expression): Expression => ({ kind: 'negative', body });
export const minus = (a: Expression, b: Expression): Expression => sum([a, negative(b)]);
export const square = (base: Expression): Expression => ({ kind: 'power', base, exponent: 2 });

export const logarithm = (body: Expression): Expression => ({ kind: 'logarithm', body });

export function sum(terms: readonly Expression[]): Expression {
  const [first, second] = terms;
  return second === undefined ? certain(first) : { kind: 'sum', terms };
}

/** Factors in their order; products in it are opened, so that no bracket stands around them. */
export function product(factors: readonly Expression[]): Expression {
  const flat = factors.flatMap(factorsOf);
  const [first, second] = flat;
  if (first === undefined) return number(1);
  return second === undefined ? first : { kind: 'product', factors: flat };
}

export const sumOver = (letter: string, layer: number, body: Expression): Expression => ({
  kind: 'sum-over',
  index: letter,
  layer,
  body,
});

export const factorsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'product' ? expression.factors : [expression];

/** Whether two expressions are written alike. */
export const alike = (a: Expression, b: Expression): boolean => a.kind === b.kind && same(a, b);

/** Whether two plain values are equal in all their parts. Asked many thousand times: as few lists as can be. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, place) => same(each, b[place]));
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [one, other] = [a, b] as [Plain, Plain];
  return keys.every((key) => same(one[key], other[key]));
}

type Plain = Readonly<Record<string, unknown>>;
