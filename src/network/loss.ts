import type { LossStatement } from '../syntax/document.ts';
import { nearest } from '../syntax/nearest.ts';
import type { LossName, Network } from './network.ts';
import { listed, type Report } from './report.ts';

/** The words for a loss. */
export const losses: readonly LossName[] = [
  'squared',
  'mean-squared',
  'binary-cross-entropy',
  'cross-entropy',
];

/** The loss that a block names; the half squared error where it names none. */
export function loss(statements: readonly LossStatement[], report: Report): Network['loss'] {
  const [statement, second] = statements;
  if (second !== undefined) {
    const hint = 'A network has one loss: take one of the two out.';
    report({ code: 'said-twice', message: 'The loss is given twice.', hint, span: second.span });
  }
  if (statement === undefined) return { name: 'squared' };
  const { word, span } = statement.loss;
  const name = losses.find((known) => known === word);
  if (name === undefined) {
    report({
      code: 'unknown-word',
      message: `There is no loss “${word}”.`,
      hint: `There are ${listed(losses)}.`,
      expected: nearest(word, losses),
      span,
    });
  }
  const { decay } = statement;
  if (decay !== undefined && decay.value < 0) {
    const message = `A decay of ${decay.text} would make the weights grow.`;
    report({ code: 'odd-number', message, hint: 'Give 0 or more.', span: decay.span });
  }
  return { name: name ?? 'squared', ...(decay && { decay: decay.value }) };
}
