import { missingNames } from '../calculus/given.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Network } from '../network/network.ts';
import { listed } from '../network/report.ts';
import type { FigureRequest } from '../network/request.ts';
import type { Name } from '../syntax/document.ts';
import { spell, stem } from '../syntax/name.ts';

/** Which values a figure's numbers come from. */
export function needsOf({ numbers, widths, show }: FigureRequest) {
  const gradients = numbers.edges === 'gradients' || widths === 'gradients';
  const hasLoss = show.includes('loss') || show.includes('targets');
  return {
    gradients,
    /** The inputs and every parameter. */
    forward: gradients || numbers.units,
    /** The targets. */
    targets: gradients || (numbers.units && hasLoss),
  };
}

/** A width tells the weight of each edge that is shown, those of the biases too, whatever else is computed. */
function biasesWithout(network: Network, request: FigureRequest): readonly Name[] {
  if (needsOf(request).forward || !request.show.includes('biases')) return [];
  const biases = network.parameters.filter(({ kind }) => kind === 'bias');
  return biases.filter(({ value }) => value === undefined).map(({ name }) => name);
}

/** What must have a value and has none, by the names that an author would give it. */
export function missingValues(network: Network, request: FigureRequest): Diagnostic | undefined {
  const needs = needsOf(request);
  const missing = [...missingNames(network, needs), ...biasesWithout(network, request)];
  const [first] = missing;
  if (first === undefined) return undefined;
  const stems = [...new Set(missing.map(stem))];
  return {
    code: 'value-missing',
    message: `For these numbers ${listed(missing.map(spell))} must have ${missing.length === 1 ? 'a value' : 'values'}.`,
    hint: `Write ${stems[0]} = 0.5${missing.length > 1 ? ' …, with a number for each' : ''}.`,
    span: request.span,
  };
}
