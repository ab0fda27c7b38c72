import type { Form } from '../network/request.ts';
import type { Expression } from './expression.ts';

/** The rules, in the order in which they come up; `lines insert-loss..sign` refers to lines by these names. */
export const ruleNames = [
  'define', // Δw = ∂E/∂w
  'insert-loss', // E written out
  'power-rule', // sum, power and chain rule: the ½ cancels
  'logarithm', // ln y: 1/y, chain rule
  'common-denominator', // (1 − t)/(1 − y) − t/y = (y − t)/(y(1 − y))
  'softmax', // ∂a_i/∂z_j = a_i([i = j] − a_j)
  'constant', // the derivative of a target is 0
  'no-path', // an output that the quantity cannot reach: 0
  'drop-zeros', // a product with 0
  'chain-rule', // along one path, or along several and added
  'local-factor', // ∂y/∂h = w, ∂h/∂w = x
  'slope', // σ′(z) = a(1 − a)
  'cancel', // (y − t)/(y(1 − y)) · y(1 − y) = y − t
  'collect', // what stands before each ∂z_j, brought together
  'targets-sum-to-one', // y_j Σ_k t_k − t_j = y_j − t_j
  'common-factor', // within one output: x₁(ww + ww)
  'sign', // (t − y)(0 − a) = (y − t)a
  'factor-out', // over all outputs: x₁[…]
  'collapse', // Σ_k
  'error-term', // one line of the δ recursion; δ_k = y_k − t_k
  'rename', // δ_k in place of y_k − t_k
  'sum-over-paths', // Σ_p Π_e w_e
  'generalise', // numbers become indices
  'forward', // an equation of the forward pass
  'mean', // over the examples of a batch
  'decay', // weight decay, on top
  'insert', // what was derived above
  'insert-values', // the numbers that the author gave, and what came of them
  'compute', // worked out
  'update', // w ← w − η ∂E/∂w
] as const;
export type RuleName = (typeof ruleNames)[number];

/** One line: the line before it, rewritten by one rule. */
export interface Step {
  readonly rule: RuleName;
  readonly before: Expression;
  readonly after: Expression;
  /** What the rule's sentence speaks of, in the order in which it does. */
  readonly subjects: readonly Expression[];
  /** What must be true for this line to follow, where it does not follow by itself. */
  readonly condition?: Condition;
}

/** That the targets of a softmax layer sum to 1. */
export type Condition = 'targets-sum-to-one';

/** left = steps[0].after = steps[1].after = …; all of them equal, and proved so. */
export interface Chain {
  readonly left: Expression;
  readonly steps: readonly Step[];
  /** Where numbers stand in it: the example, by its place among the network's, at which it holds. */
  readonly example?: number;
}

/**
 * A derivation is data: text, numbers and figure are read from it.
 * One chain for most forms; one an equation for the δ recursion and the forward pass.
 */
export interface Derivation {
  readonly form: Form | 'forward' | 'table';
  readonly chains: readonly Chain[];
  /** Set where the form that was asked for would not fit and another took its place: why, in numbers. */
  readonly turned?: {
    readonly from: Form | 'forward';
    /** How many paths there are to write out, terms in the recursion, or equations of the forward pass. */
    readonly paths?: bigint;
    readonly terms?: number;
    readonly equations?: number;
  };
}

/** Why there is no derivation: the network or the form is beyond what can be derived. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}
