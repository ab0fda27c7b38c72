import type { RateStatement } from '../syntax/document.ts';
import type { Report } from './report.ts';

/** The learning rate η, where one is given. */
export function rate(
  statements: readonly RateStatement[],
  report: Report,
): { readonly rate?: number } {
  const [statement, second] = statements;
  if (second !== undefined) {
    const hint = 'Take one of the two out.';
    report({ code: 'said-twice', message: 'The rate is given twice.', hint, span: second.span });
  }
  if (statement !== undefined && statement.rate.value <= 0) {
    const { text, span } = statement.rate;
    const message = `A rate of ${text} would take no step downhill.`;
    report({ code: 'odd-number', message, hint: 'Give a number above 0: rate 0.5.', span });
  }
  return statement === undefined ? {} : { rate: statement.rate.value };
}
