import { certain } from '../certain.ts';
import { limits } from '../limits.ts';
import type { RequestStatement } from '../syntax/document.ts';
import { clauseValues } from '../syntax/keywords.ts';
import { clausesOf, quantitiesIn, referenceIn, textIn, wordsIn } from './clauses.ts';
import type { Lookup } from './lookup.ts';
import type { Network } from './network.ts';
import type { Report } from './report.ts';
import type { LiveRequest } from './request.ts';

/** `live focus w^1_{11}, plot error training, caption "…"` */
export function liveRequest(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): LiveRequest | undefined {
  const { span } = statement;
  const clauses = clausesOf(statement, report);
  const [wanted, more] = quantitiesIn(clauses.get('focus'), names, report);
  const clause = clauses.get('focus');
  if (wanted?.kind === 'unit' || more !== undefined) {
    const message = 'A live figure is about one weight or bias at a time.';
    report({
      code: 'odd-focus',
      message,
      hint: 'Write focus w_1; readers choose others themselves.',
      span: certain(clause).span,
    });
  }
  const { length } = network.parameters;
  if (length === 0 || length > limits.liveParameters) {
    const message =
      length === 0
        ? 'This network has no weights to change.'
        : `This network has ${length} weights and biases, too many for a live figure.`;
    const hint =
      length === 0
        ? 'Give an edge a named weight, or write figure.'
        : `Make it smaller, to ${limits.liveParameters} at most, or write figure.`;
    report({ code: 'odd-size', message, hint, span });
    return undefined;
  }
  const plots = wordsIn(clauses.get('plot'), clauseValues.live.plot, report);
  if (plots.includes('decision') && (network.inputs.length !== 2 || network.outputs.length !== 1)) {
    const message = 'A decision surface needs two inputs and one output.';
    const hint = `This network has ${network.inputs.length} and ${network.outputs.length}: leave decision out.`;
    report({ code: 'odd-plot', message, hint, span: certain(clauses.get('plot')).span });
  }
  if (network.loss.decay !== undefined) {
    const message = 'A live figure has no weight decay.';
    report({
      code: 'live-not-available',
      message,
      hint: 'Leave decay out, or write figure.',
      span,
    });
  }
  const caption = textIn(clauses.get('caption'), report);
  return {
    kind: 'live',
    focus: wanted?.kind === 'parameter' ? wanted.parameter : 0,
    plots,
    span,
    ...(caption !== undefined && { caption }),
    ...referenceIn(clauses),
  };
}
