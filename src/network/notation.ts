/** How symbols are written. The values themselves never depend on it. */
export interface Notation {
  /** The gradient of the loss: `∂E/∂w`, or `Δw` as in some older texts (most read Δw as −η ∂E/∂w). */
  readonly gradient: 'derivative' | 'delta';
  /** `∂`, or an upright `d`. */
  readonly derivative: 'partial' | 'd';
  /** The loss's letter: E, C, L, J. */
  readonly loss: string;
  /** The weighted sum before an activation: z, or Bishop's a. */
  readonly preactivation: string;
  /** The error term of a unit. */
  readonly delta: string;
  /** The targets' letter. */
  readonly target: string;
}

export const standardNotation: Notation = {
  gradient: 'derivative',
  derivative: 'partial',
  loss: 'E',
  preactivation: 'z',
  delta: 'delta',
  target: 't',
};
