import type { BiasStatement, Name } from '../syntax/document.ts';
import { bare, spell } from '../syntax/name.ts';
import type { Lookup } from './lookup.ts';
import type { Parameter, Unit, UnitId } from './network.ts';
import type { Report } from './report.ts';
import { settled } from './setting.ts';
import { indexLetters, instantiate } from './template.ts';

interface Bias {
  readonly name: Name;
  readonly units: UnitId[];
  readonly first: Unit;
  readonly span: Parameter['span'];
}

/** The biases in the order of the units; units whose template gives one name share one bias. Ids go on from `firstId`. */
export function biases(
  statements: readonly BiasStatement[],
  units: readonly Unit[],
  names: Lookup,
  firstId: number,
  report: Report,
): readonly Parameter[] {
  const settings = statements
    .flatMap((statement) => statement.entries)
    .map(({ target, template }) => ({ target, value: template, span: template.span }));
  const templates = settled('bias', settings, units, names, report);
  const found = new Map<string, Bias>();
  let overall = 0;
  for (const unit of units) {
    const template = templates.get(unit.id);
    if (template === undefined) continue;
    overall++;
    const place = unit.index + 1;
    const name = instantiate(bare(template), { l: unit.layer, j: place, n: place, N: overall });
    const before = found.get(spell(name));
    if (before === undefined) {
      found.set(spell(name), { name, units: [unit.id], first: unit, span: template.span });
    } else if (indexLetters(template).size > 0 && before.first.layer !== unit.layer) {
      report(sharedByAccident(before, unit, template.span));
      break;
    } else before.units.push(unit.id);
  }
  return [...found.values()].map(
    ({ name, units, span }, place): Parameter => ({
      id: firstId + place,
      kind: 'bias',
      name,
      edges: [],
      units,
      span,
    }),
  );
}

/** One bias for a whole layer is common; one that joins two layers under a counting template is a slip. */
function sharedByAccident({ name, first }: Bias, second: Unit, span: Parameter['span']) {
  return {
    code: 'name-shared-by-accident',
    message: `The biases of ${spell(first.name)} and ${spell(second.name)} would both be ${spell(name)}.`,
    hint: 'Add l for the layer, as in b^l_j, or count with N over the network.',
    span,
  };
}
