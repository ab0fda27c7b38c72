/** How symbols are written. The values themselves never depend on it. */
export interface Notation {
  /**
   * The gradient of the loss: `∂E/∂w`; `Δw` as in some older texts (most read Δw as −η ∂E/∂w); or `dw`, as programs
   * name it, an error term then being `dz`.
   */
  readonly gradient: 'derivative' | 'delta' | 'differential';
  /** `∂`, or an upright `d`. */
  readonly derivative: 'partial' | 'd';
  /** How a superscript that counts layers is told from a power: `w^1`, `w^{(1)}`, `w^{[1]}`. */
  readonly superscript: 'bare' | 'parentheses' | 'brackets';
  /** The loss's letter: E, C, L, J. */
  readonly loss: string;
  /** The letter that hidden units share, counted by layer, as `a^1_2`; absent where they go by their own names. */
  readonly activation: string | undefined;
  /** That of the outputs, likewise. */
  readonly output: string | undefined;
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
  superscript: 'bare',
  loss: 'E',
  activation: undefined,
  output: undefined,
  preactivation: 'z',
  delta: 'delta',
  target: 't',
};

/**
 * How well-known texts write. Each is told from the standard notation; layers are counted in ours throughout, the
 * first behind the inputs being 1, so that a name in a block keeps its numbers.
 */
export const presets: ReadonlyMap<string, Notation> = new Map([
  ['standard', standardNotation],
  // M. Nielsen, Neural Networks and Deep Learning (2015), ch. 2: C, a^l_j, z^l_j, δ^l_j, w^l_{jk}, desired output y.
  ['nielsen', { ...standardNotation, loss: 'C', activation: 'a', output: 'a', target: 'y' }],
  // C. Bishop, Pattern Recognition and Machine Learning (2006), § 5.3: a_j before the activation, z_j behind it,
  // w_{ji}^{(1)}, δ_j, y_k and t_k; the layer on a and z as in Deep Learning: Foundations and Concepts (2024), ch. 8.
  [
    'bishop',
    { ...standardNotation, superscript: 'parentheses', activation: 'z', preactivation: 'a' },
  ],
  // I. Goodfellow, Y. Bengio and A. Courville, Deep Learning (2016), § 6.5.4: J, a^{(k)}, h^{(k)}, g, target y.
  [
    'goodfellow',
    {
      ...standardNotation,
      superscript: 'parentheses',
      loss: 'J',
      activation: 'h',
      output: 'h',
      preactivation: 'a',
      delta: 'g',
      target: 'y',
    },
  ],
  // A. Ng, Deep Learning Specialization (2017): J, a^{[l]}, z^{[l]}, dz^{[l]}, dw^{[l]}, target y.
  [
    'ng',
    {
      ...standardNotation,
      gradient: 'differential',
      superscript: 'brackets',
      loss: 'J',
      activation: 'a',
      output: 'a',
      target: 'y',
    },
  ],
  ['draft', { ...standardNotation, gradient: 'delta' }],
]);
