import type { Activation, EdgeId, ParameterId, UnitId } from '../network/network.ts';

/** What one can differentiate, and differentiate by. Its meaning comes from the network alone. */
export type Variable =
  /** The loss: the mean over the examples, weight decay included. */
  | { readonly kind: 'loss' }
  /** The error of one example (`example`, from 0, or any one), without weight decay; the loss itself where that is all. */
  | { readonly kind: 'data-loss'; readonly example?: number }
  /** A unit's value a (for an input, its input). */
  | { readonly kind: 'unit'; readonly unit: UnitId }
  /** The weighted sum z that a unit's activation is applied to. */
  | { readonly kind: 'preactivation'; readonly unit: UnitId }
  | { readonly kind: 'parameter'; readonly parameter: ParameterId }
  /** The training value t of an output. */
  | { readonly kind: 'target'; readonly unit: UnitId }
  /** The error term δ of a unit: the derivative of the example's error by z, of one example or of any; y − t for a linear output. */
  | { readonly kind: 'delta'; readonly unit: UnitId; readonly example?: number };

/** An index of a general form: `k` in Σ_k, or a place in a layer, counted from 1. */
export type Index = { readonly letter: string } | { readonly number: number };

/** A symbol with indices in place of numbers; `layer` indexes `network.layers`. */
export type Indexed =
  | {
      readonly kind: 'unit-at' | 'preactivation-at' | 'target-at' | 'delta-at' | 'bias-at';
      readonly layer: number;
      readonly index: Index;
    }
  /** The weight to unit `to` of layer `layer` from unit `from` of the layer before. */
  | {
      readonly kind: 'weight-at';
      readonly layer: number;
      readonly to: Index;
      readonly from: Index;
    }
  /** All units of a layer in a column, or their sums, targets, error terms or biases. */
  | {
      readonly kind: 'vector';
      readonly of: 'unit-at' | 'preactivation-at' | 'target-at' | 'delta-at' | 'bias-at';
      readonly layer: number;
    }
  /** W: the weights from the layer before, a row for each unit that they lead to. */
  | { readonly kind: 'weight-matrix'; readonly layer: number };

/**
 * An expression exactly as it is to be printed: nothing is simplified behind the author's back,
 * products and sums keep their order. Brackets are not stored; notation adds them where precedence asks.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  /** The number that a variable, or a whole line, comes to at the values that the author gave, and how far at most rounding has carried it. */
  | {
      readonly kind: 'value';
      readonly of: Expression;
      readonly value: number;
      readonly error: number;
    }
  /** The learning rate η. */
  | { readonly kind: 'rate' }
  /** What a parameter or the loss becomes by one step of gradient descent in these parameters. */
  | {
      readonly kind: 'after-step';
      readonly of: Variable;
      readonly moved: readonly ParameterId[];
    }
  | { readonly kind: 'fraction'; readonly numerator: Expression; readonly denominator: Expression }
  | Variable
  | Indexed
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'negative'; readonly body: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: number }
  /** [m = k], which is 1 where the indices are equal and 0 elsewhere (Iverson's bracket). */
  | { readonly kind: 'iverson'; readonly of: Index; readonly is: Index }
  /** e to the power of the body. */
  | { readonly kind: 'exponential'; readonly body: Expression }
  /** The natural logarithm, ln. */
  | { readonly kind: 'logarithm'; readonly body: Expression }
  /** φ(z), or with `prime` φ′(z), for the activation φ of a unit or a layer. */
  | {
      readonly kind: 'apply';
      readonly activation: Activation;
      readonly prime: boolean;
      readonly argument: Expression;
    }
  /** ∂of/∂by, one atom. `direct` is the factor along the edge alone where other paths join the two as well. */
  | {
      readonly kind: 'derivative';
      readonly of: Variable | Indexed;
      readonly by: Variable | Indexed;
      readonly direct?: boolean;
    }
  /** The gradient of the loss by a quantity, as the notation writes it: ∂E/∂w, or Δw. */
  | { readonly kind: 'gradient'; readonly by: Variable | Indexed }
  /** ∂/∂by applied to a body that is still to be worked out. */
  | { readonly kind: 'differentiate'; readonly by: Variable | Indexed; readonly body: Expression }
  /** (1/n) Σ_e over the n examples of the batch. */
  | { readonly kind: 'mean-over-examples'; readonly body: Expression }
  /** The weight decay λ/2 Σ_w w², over all weights. */
  | { readonly kind: 'decay-term' }
  /** λ, the strength of the weight decay. */
  | { readonly kind: 'decay' }
  /** A product of matrices and vectors. Sums, fractions and functions of them are taken entry by entry. */
  | { readonly kind: 'matrix-product'; readonly factors: readonly Expression[] }
  /** ⊙, a product entry by entry. */
  | { readonly kind: 'hadamard'; readonly factors: readonly Expression[] }
  | { readonly kind: 'transpose'; readonly body: Expression }
  /** A matrix with a vector on its diagonal, and 0 elsewhere. */
  | { readonly kind: 'diagonal'; readonly body: Expression }
  /** Σ_k over the units of a layer. */
  | {
      readonly kind: 'sum-over';
      readonly index: string;
      readonly layer: number;
      readonly body: Expression;
    }
  /** Σ over the paths p from a unit to another (or to a layer's unit k) of the product of the weights on p. */
  | {
      readonly kind: 'sum-over-paths';
      readonly from: UnitId;
      readonly to: { readonly unit: UnitId } | { readonly layer: number; readonly index: Index };
    }
  /** A term with the numbers of the figure's parts that it is linked to; printed as its body. */
  | { readonly kind: 'term'; readonly body: Expression; readonly links: readonly number[] };

/** Edges and units that a line speaks of: what a figure lights for it. */
export interface About {
  readonly edges: readonly EdgeId[];
  readonly units: readonly UnitId[];
}
