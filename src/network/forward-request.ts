import { certain } from '../certain.ts';
import type { RequestStatement } from '../syntax/document.ts';
import { clauseValues } from '../syntax/keywords.ts';
import { spell } from '../syntax/name.ts';
import { clausesOf, namesIn, referenceIn, wordIn } from './clauses.ts';
import { isDiagnostic, type Lookup, unitsNamed } from './lookup.ts';
import type { Network, UnitId } from './network.ts';
import { listed, type Report } from './report.ts';
import type { ForwardRequest } from './request.ts';

/** `forward`: all equations, those next to the inputs first; `forward y h E`: those of these, each once, in this order. */
export function forwardRequest(
  statement: RequestStatement,
  network: Network,
  names: Lookup,
  report: Report,
): ForwardRequest {
  const clauses = clausesOf(statement, report);
  const computed = network.units.filter((unit) => unit.incoming.length > 0);
  const asked = namesIn(clauses.get(''), report).flatMap((name): readonly (UnitId | 'loss')[] => {
    if (spell(name) === network.notation.loss) return ['loss'];
    const units = unitsNamed(names, name);
    if (isDiagnostic(units)) {
      report(units);
      return [];
    }
    const input = units.find((id) => certain(network.units[id]).incoming.length === 0);
    if (input === undefined) return units;
    report({
      code: 'input-has-no-equation',
      message: `${spell(name)} is an input: it has no equation.`,
      hint: `Equations have ${listed(computed.map((unit) => spell(unit.name)))}.`,
      span: name.span,
    });
    return [];
  });
  return {
    kind: 'forward',
    of: clauses.has('') ? [...new Set(asked)] : computed.map(({ id }) => id),
    form: wordIn(clauses.get('as'), clauseValues.forward.as, report) ?? 'symbols',
    span: statement.span,
    ...referenceIn(clauses),
  };
}
