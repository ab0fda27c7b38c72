import { partsOf } from '../calculus/arithmetic.ts';
import { factorsOf, product } from '../calculus/build.ts';
import type { Chain, Step } from '../calculus/derivation.ts';
import type { Expression, Indexed, Variable } from '../calculus/expression.ts';
import type { Network } from '../network/network.ts';
import { tex } from './expression.ts';
import { type Language, languages, type Words } from './language.ts';

/** Why a line follows from the one before. */
export interface Reason {
  /** The rule as readers know it. */
  readonly name: string;
  /** In words, with `$…$` around what is mathematics. */
  readonly sentence: string;
}

/** A step's rule by name, and in a sentence that speaks of the network's own symbols. */
export function reason(
  { left }: Chain,
  step: Step,
  network: Network,
  { rules, conditions }: Language = languages.en,
): Reason {
  const formula = (part: Expression): string => `$${tex(part, network)}$`;
  // A line is long, and few sentences speak of it: what none asks for is not written.
  const words: Words = {
    get subjects() {
      return step.subjects.map(formula);
    },
    get loss() {
      return formula({ kind: 'loss' });
    },
    get left() {
      return formula(left);
    },
    get after() {
      return formula(step.after);
    },
    get common() {
      // x₁ of x₁(… + …)
      return formula(product(factorsOf(step.after).slice(0, -1)));
    },
    by: isOfLoss(left) ? kindOf(left.by, network) : undefined,
    isFirst: step.before === left,
    get hasErrorTerms() {
      return has(step.after, isErrorTerm);
    },
    get hasSlope() {
      return has(step.after, (part) => part.kind === 'apply' && part.prime);
    },
    get hasDecay() {
      return has(step.after, ({ kind }) => kind === 'decay');
    },
  };
  const { name, sentence } = rules[step.rule];
  // The rule that brings a condition in says it itself; the lines behind it only hold under it.
  const isHeldOver = step.condition !== undefined && step.condition !== step.rule;
  const condition = isHeldOver ? `, ${conditions[step.condition]}` : '';
  return { name, sentence: sentence(words) + condition };
}

type Derivative = Extract<Expression, { kind: 'gradient' | 'derivative' }>;

/** Whether the loss is differentiated, or one example's part in it. */
const isOfLoss = (left: Expression): left is Derivative =>
  left.kind === 'gradient' || (left.kind === 'derivative' && left.of.kind.endsWith('loss'));

function kindOf(by: Variable | Indexed, { parameters }: Network): Words['by'] {
  if (by.kind === 'parameter') return parameters[by.parameter]?.kind;
  if (by.kind === 'weight-at' || by.kind === 'weight-matrix') return 'weight';
  const isBias = by.kind === 'bias-at' || (by.kind === 'vector' && by.of === 'bias-at');
  return isBias ? 'bias' : 'unit';
}

const isErrorTerm = (part: Expression): boolean =>
  part.kind === 'delta' ||
  part.kind === 'delta-at' ||
  (part.kind === 'vector' && part.of === 'delta-at');

/** Whether something stands in a line, the bodies of its sums and the factors of its matrices included. */
function has(line: Expression, wanted: (part: Expression) => boolean): boolean {
  if (wanted(line)) return true;
  switch (line.kind) {
    case 'sum-over':
    case 'mean-over-examples':
    case 'transpose':
    case 'diagonal':
      return has(line.body, wanted);
    case 'matrix-product':
    case 'hadamard':
      return line.factors.some((factor) => has(factor, wanted));
    default:
      return partsOf(line).some((part) => has(part, wanted));
  }
}
