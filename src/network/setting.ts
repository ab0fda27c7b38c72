import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import type { NameNode } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { isDiagnostic, type Lookup, unitsNamed } from './lookup.ts';
import type { Unit, UnitId } from './network.ts';
import type { Report } from './report.ts';

/** What a statement sets for a unit or a layer, or, without a target, for every unit that is not an input. */
export interface Setting<Value> {
  readonly target?: NameNode | undefined;
  readonly value: Value;
  readonly span: Span;
}

/** Why an input can't have it. */
const noInputs = {
  weights: 'and no weights lead to it',
  bias: 'and has no bias: its value is given',
  activation: 'and has no activation: its value is given',
} as const;

/**
 * What each unit gets: what is set for it alone goes before what is set for its layer, and that before what is set
 * for all, in whatever order the statements stand.
 */
export function settled<Value>(
  what: keyof typeof noInputs,
  settings: readonly Setting<Value>[],
  units: readonly Unit[],
  names: Lookup,
  report: Report,
): ReadonlyMap<UnitId, Value> {
  const computed = new Set(units.filter((unit) => unit.incoming.length > 0).map((unit) => unit.id));
  const forAll = new Map<UnitId, Value>();
  const forLayers = new Map<UnitId, Value>();
  const forUnits = new Map<UnitId, Value>();
  for (const { target, value, span } of settings) {
    const targets = target === undefined ? [...computed] : unitsNamed(names, target);
    if (isDiagnostic(targets)) {
      report(targets);
      continue;
    }
    const found =
      target === undefined ? forAll : names.units.has(spell(target)) ? forUnits : forLayers;
    // Some edge leads somewhere, so that only a target can be without a unit that receives; and of two settings of one
    // kind both reach a unit or neither does, so that the first tells for all.
    const receiving = targets.filter((id) => computed.has(id));
    const [first] = receiving;
    if (first === undefined) {
      const { span, ...name } = certain(target);
      const message = `${spell(name)} is an input ${noInputs[what]}.`;
      const hint = 'Name a hidden layer or an output.';
      report({ code: `${what}-of-input`, message, hint, span });
    } else if (found.has(first)) {
      const of = target === undefined ? 'all units' : spell(target);
      const message = `The ${what} of ${of} ${what === 'weights' ? 'are' : 'is'} given twice.`;
      const hint = 'Take one of the two out.';
      report({ code: 'said-twice', message, hint, span: target?.span ?? span });
    } else for (const id of receiving) found.set(id, value);
  }
  return new Map([...forAll, ...forLayers, ...forUnits]);
}
