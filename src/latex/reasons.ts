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
    subjects: step.subjects.map(formula),
    loss: formula({ kind: 'loss' }),
    get left() {
      return formula(left);
    },
    get after() {
      return formula(step.after);
    },
    get common() {
      return beforeBracket(step.after).map(formula).join(' ');
    },
    by: isOfLoss(left) ? kindOf(left.by, network) : undefined,
    get hasErrorTerms() {
      return hasErrorTerms(step.after);
    },
  };
  const { name, sentence } = rules[step.rule];
  const condition = step.condition === undefined ? '' : `, ${conditions[step.condition]}`;
  return { name, sentence: sentence(words) + condition };
}

type Derivative = Extract<Expression, { kind: 'gradient' | 'derivative' }>;

/** Whether the loss is differentiated, or one example's part in it. */
const isOfLoss = (left: Expression): left is Derivative =>
  left.kind === 'gradient' || (left.kind === 'derivative' && left.of.kind.endsWith('loss'));

function kindOf(by: Variable | Indexed, { parameters }: Network): Words['by'] {
  if (by.kind === 'parameter') return parameters[by.parameter]?.kind;
  return by.kind === 'weight-at' ? 'weight' : 'unit';
}

/** x₁ of x₁(… + …) */
function beforeBracket(line: Expression): readonly Expression[] {
  if (line.kind !== 'product' || line.factors.at(-1)?.kind !== 'sum') return [];
  const [only, second] = line.factors.slice(0, -1);
  return only === undefined || second === undefined
    ? line.factors.slice(0, -1)
    : [{ ...line, factors: line.factors.slice(0, -1) }];
}

function hasErrorTerms(line: Expression): boolean {
  switch (line.kind) {
    case 'delta':
    case 'delta-at':
      return true;
    case 'sum':
      return line.terms.some(hasErrorTerms);
    case 'product':
      return line.factors.some(hasErrorTerms);
    case 'sum-over':
    case 'mean-over-examples':
      return hasErrorTerms(line.body);
    default:
      return false;
  }
}
