import { clauseValues } from '../syntax/keywords.ts';
import { type Clauses, numbersIn, wordIn } from './clauses.ts';
import type { Network } from './network.ts';
import { count, type Report } from './report.ts';
import type { FigureRequest } from './request.ts';

/** `values`, `gradients`, `widths weights`: the numbers that a figure shows. */
export function numbersShown(
  clauses: Clauses,
  report: Report,
): Pick<FigureRequest, 'numbers' | 'widths'> {
  const [values, gradients] = [clauses.has('values'), clauses.has('gradients')];
  const curves = clauses
    .get('show')
    ?.arguments.find((argument) => argument.kind === 'word' && argument.word === 'activations');
  if (values && curves !== undefined) {
    const message = 'A unit has room for its value or for its activation, not for both.';
    report({
      code: 'contradiction',
      message,
      hint: 'Leave out “values”, or “activations”.',
      span: curves.span,
    });
  }
  const widths = wordIn(clauses.get('widths'), clauseValues.figure.widths, report);
  const edges = gradients ? 'gradients' : values ? 'weights' : undefined;
  return {
    numbers: { units: values, ...(edges && { edges }) },
    ...(widths && { widths }),
  };
}

/** `example 2`: which of the block's examples the numbers are of. */
export function exampleIn(
  clauses: Clauses,
  network: Network,
  report: Report,
): Pick<FigureRequest, 'example'> {
  const clause = clauses.get('example');
  if (clause === undefined) return {};
  const [example = 1, more] = numbersIn(clause, Number.POSITIVE_INFINITY, report);
  const known = network.examples.length;
  const hasNumbers = ['values', 'gradients', 'widths'].some((keyword) => clauses.has(keyword));
  const message =
    more !== undefined
      ? 'A figure shows one example.'
      : example > known
        ? `There is no example ${example}: the block has ${count(known, 'example')}.`
        : hasNumbers
          ? undefined
          : 'This figure shows no numbers.';
  if (message !== undefined) {
    const hint = hasNumbers
      ? 'Examples are the rows of x = 0 0; 0 1, numbered from 1.'
      : 'Write values or gradients before “example”.';
    report({ code: 'odd-example', message, hint, span: clause.span });
  }
  return { example };
}
