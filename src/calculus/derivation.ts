import type { Form } from '../network/request.ts';
import type { About, Expression } from './expression.ts';

/** The names of the rules; `derive … lines insert-loss..sign` refers to lines by them. */
export type RuleName =
  | 'define' // ∂E/∂w itself
  | 'insert-loss' // E written out
  | 'sum-rule' // the derivative of a sum, term by term
  | 'power-rule' // power and chain rule; the ½ cancels
  | 'constant' // the derivative of a target is 0
  | 'no-path' // an output that the weight cannot reach: 0
  | 'chain-rule' // along one path or several
  | 'local-factor' // ∂y/∂h = w, ∂h/∂w = x
  | 'sign' // −(t − y) = y − t
  | 'factor-out' // x₁[…]
  | 'rename' // δ_k = y_k − t_k
  | 'collapse' // Σ_k
  | 'sum-over-paths'
  | 'generalise' // numbers become indices
  | 'error-term' // one line of the δ recursion
  | 'forward' // an equation of the forward pass
  | 'substitute';

/** Why a line follows from the one before, as data: sentences are made of it at the end. */
export interface Reason {
  readonly rule: RuleName;
  /** What the sentence speaks of: `{ output: y_2, weight: w_1 }`. */
  readonly subjects: Readonly<Record<string, Expression>>;
}

/** One line: the line before it, rewritten by one rule. */
export interface Step {
  readonly rule: RuleName;
  readonly before: Expression;
  readonly after: Expression;
  readonly reason: Reason;
  readonly about: About;
}

/** left = steps[0].before = steps[0].after = steps[1].after = …; all of them equal, and proved so. */
export interface Chain {
  readonly left: Expression;
  readonly steps: readonly Step[];
}

/**
 * A derivation is data: text, numbers and figure are read from it.
 * `chains` holds one chain for most forms, one an equation for the δ recursion and the forward pass.
 */
export interface Derivation {
  readonly wanted: { readonly of: Expression; readonly by?: Expression };
  readonly form: Form | 'forward';
  readonly chains: readonly Chain[];
  /** Set where the form that was asked for would not fit and another took its place: why, in numbers. */
  readonly turned?: { readonly from: Form; readonly paths: string };
}
