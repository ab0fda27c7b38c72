import type { BiasStatement, Name } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { isDiagnostic, type Lookup, unitsNamed } from './lookup.ts';
import type { Parameter, Unit, UnitId } from './network.ts';
import type { Report } from './report.ts';
import { instantiate } from './template.ts';

/** The biases in the order of the units; a name that comes twice is one bias, shared. Ids go on from `firstId`. */
export function biases(
  statements: readonly BiasStatement[],
  units: readonly Unit[],
  names: Lookup,
  firstId: number,
  report: Report,
): readonly Parameter[] {
  const templateOf = new Map<UnitId, { template: Name; span: Parameter['span'] }>();
  const all = units.filter((unit) => unit.incoming.length > 0).map((unit) => unit.id);
  for (const { target, template } of statements.flatMap((statement) => statement.entries)) {
    const targets = target === undefined ? all : unitsNamed(names, target);
    if (isDiagnostic(targets)) report(targets);
    else if (targets.some((id) => units[id]?.incoming.length === 0)) {
      const message = 'An input has no bias: its value is given.';
      report({
        code: 'bias-of-input',
        message,
        hint: 'Name a hidden layer or an output.',
        span: template.span,
      });
    } else for (const id of targets) templateOf.set(id, { template, span: template.span });
  }
  const found = new Map<string, { name: Name; units: UnitId[]; span: Parameter['span'] }>();
  let overall = 0;
  for (const unit of units) {
    const entry = templateOf.get(unit.id);
    if (entry === undefined) continue;
    overall++;
    const { letter, superscript, subscript } = entry.template;
    const indices = { l: unit.layer, j: unit.index + 1, n: unit.index + 1, N: overall };
    const name = instantiate({ letter, superscript, subscript }, indices);
    const bias = found.get(spell(name)) ?? { name, units: [], span: entry.span };
    bias.units.push(unit.id);
    found.set(spell(name), bias);
  }
  return [...found.values()].map(
    (bias, place): Parameter => ({ ...bias, id: firstId + place, kind: 'bias', edges: [] }),
  );
}
