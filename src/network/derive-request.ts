import { certain } from '../certain.ts';
import type { RequestStatement } from '../syntax/document.ts';
import { clauseValues } from '../syntax/keywords.ts';
import { spell } from '../syntax/name.ts';
import { type Clauses, clausesOf, linesIn, namesIn, referenceIn, wordIn } from './clauses.ts';
import { isDiagnostic, type Lookup, quantity } from './lookup.ts';
import type { Network } from './network.ts';
import type { Report } from './report.ts';
import type { DeriveRequest, Quantity, TableRequest } from './request.ts';
import { unknownName } from './unknown-name.ts';

/** `derive w_1`: the loss by a weight; `derive y_1 by w_1`: a unit by it. */
export function deriveRequest(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): DeriveRequest | TableRequest | undefined {
  const clauses = clausesOf(statement, report);
  const form = wordIn(clauses.get('as'), clauseValues.derive.as, report);
  const steps = clauses.has('steps');
  const asked = wordIn(clauses.get('reasons'), clauseValues.derive.reasons, report);
  const reasons = asked ?? (steps ? 'below' : 'none');
  if (steps && reasons === 'none') {
    const message = 'Steps are walked by their reasons, and here they have none.';
    const hint = 'Leave out “reasons none”, or “steps”.';
    const { span } = certain(clauses.get('reasons'));
    report({ code: 'steps-without-reasons', message, hint, span });
  }
  const lines = linesIn(clauses.get('lines'), report);
  if (form === 'table') {
    return {
      kind: 'table',
      by: listed(clauses, network, names, report),
      ...(lines && { lines }),
      reasons,
      ...(steps && { steps }),
      span: statement.span,
      ...referenceIn(clauses),
    };
  }
  const subjects = namesIn(clauses.get(''), report);
  const variables = namesIn(clauses.get('by'), report);
  const [subject] = subjects;
  const [variable] = clauses.has('by') ? variables : subjects;
  if (
    subject === undefined ||
    variable === undefined ||
    subjects.length * Math.max(variables.length, 1) > 1
  ) {
    const message = 'This does not say which derivative to take.';
    const hint = 'Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.';
    report({ code: 'unclear-derivative', message, hint, span: statement.span });
    return undefined;
  }
  const by = quantity(names, variable);
  if (isDiagnostic(by)) report(by);
  const isLoss = !clauses.has('by') || spell(subject) === network.notation.loss;
  const unit = isLoss ? undefined : names.units.get(spell(subject));
  if (!isLoss && unit === undefined) report(unknownName(names, subject, 'unit'));
  if (unit !== undefined && unit.incoming.length === 0) {
    const message = `${spell(subject)} is an input: nothing changes it.`;
    const hint = 'Derivatives are taken of the loss, of outputs and of hidden units.';
    report({ code: 'input-has-no-equation', message, hint, span: subject.span });
  }
  if (isDiagnostic(by)) return undefined;
  return {
    kind: 'derive',
    by,
    ...(unit && { of: unit.id }),
    form: form ?? 'chain',
    ...(lines && { lines }),
    reasons,
    ...(steps && { steps }),
    span: statement.span,
    ...referenceIn(clauses),
  };
}

/**
 * The quantities that a table lists, each once: those that are named, families and layers among them, or all weights
 * and biases.
 */
function listed(
  clauses: Clauses,
  network: Network,
  names: Lookup,
  report: Report,
): readonly Quantity[] {
  const by = clauses.get('by');
  if (by !== undefined) {
    const message = 'A table lists gradients of the loss.';
    const hint = 'Write derive as table, or derive w^1 b^1 as table.';
    report({ code: 'unclear-derivative', message, hint, span: by.span });
  }
  const parameter = (id: number): Quantity => ({ kind: 'parameter', parameter: id });
  const subjects = clauses.get('');
  if (subjects === undefined) {
    if (network.parameters.length === 0) {
      const message = 'This network has no weights or biases to list.';
      const hint = 'Give an edge a named weight, or name units, as in derive h as table.';
      report({ code: 'odd-size', message, hint, span: certain(clauses.get('as')).span });
    }
    return network.parameters.map(({ id }) => parameter(id));
  }
  const named = namesIn(subjects, report).flatMap((name): readonly Quantity[] => {
    const found = quantity(names, name);
    if (!isDiagnostic(found)) return [found];
    const family = names.families.get(spell(name))?.map(({ id }) => parameter(id));
    const layer = names.layers
      .get(spell(name))
      ?.map(({ id }) => ({ kind: 'unit', unit: id }) as const);
    if (family === undefined && layer === undefined) report(found);
    return family ?? layer ?? [];
  });
  return [...new Map(named.map((each) => [JSON.stringify(each), each])).values()];
}
