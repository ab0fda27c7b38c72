import type { Located } from '../diagnostic.ts';
import type { SymbolName } from './symbol.ts';

/** A letter with its scripts. */
export type SymbolFormula = Located & { readonly kind: 'symbol'; readonly symbol: SymbolName };

/** A formula as it is written, before anyone knows what its symbols stand for. */
export type Formula = Located &
  (
    | { readonly kind: 'number'; readonly value: number }
    | SymbolFormula
    | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
    | { readonly kind: 'product'; readonly factors: readonly Formula[] }
    | { readonly kind: 'negative'; readonly body: Formula }
    | { readonly kind: 'quotient'; readonly numerator: Formula; readonly denominator: Formula }
    | { readonly kind: 'power'; readonly base: Formula; readonly exponent: Formula }
    /** ln, exp, or an activation by its name; `primes` counts the ′ behind it. */
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly primes: number;
        readonly argument: Formula;
      }
    /** ∂of/∂by; `direct` along the edge alone. */
    | {
        readonly kind: 'derivative';
        readonly of: SymbolFormula;
        readonly by: SymbolFormula;
        readonly direct?: boolean;
      }
    /** ∂/∂by before all that follows it. */
    | { readonly kind: 'differentiate'; readonly by: SymbolFormula; readonly body: Formula }
    /** Δw, or dw and dz where the notation has them. */
    | { readonly kind: 'gradient' | 'differential'; readonly by: SymbolFormula }
    /** Σ_k or Π_k; `range` where it says from what to what. */
    | {
        readonly kind: 'sum-over' | 'product-over';
        readonly index: string;
        readonly range?: { readonly from: number; readonly to: number };
        readonly body: Formula;
      }
    /** [m = k], 1 where two indices are equal and else 0; each a letter or a number. */
    | { readonly kind: 'iverson'; readonly of: string; readonly is: string }
    /** Σ over the paths p from a unit to another of Π_{e ∈ p} w_e. */
    | { readonly kind: 'sum-over-paths'; readonly from: SymbolFormula; readonly to: SymbolFormula }
  );

/** What a formula is made of. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'symbol':
    case 'iverson':
      return [];
    case 'sum':
      return formula.terms;
    case 'product':
      return formula.factors;
    case 'quotient':
      return [formula.numerator, formula.denominator];
    case 'power':
      return [formula.base, formula.exponent];
    case 'call':
      return [formula.argument];
    case 'derivative':
      return [formula.of, formula.by];
    case 'differentiate':
      return [formula.by, formula.body];
    case 'gradient':
    case 'differential':
      return [formula.by];
    case 'sum-over-paths':
      return [formula.from, formula.to];
    default:
      return [formula.body];
  }
}
