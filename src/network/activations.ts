import type { ActivationStatement } from '../syntax/document.ts';
import { nearest } from '../syntax/nearest.ts';
import { isDiagnostic, type Lookup, unitsNamed } from './lookup.ts';
import type { Activation, ActivationName, Unit, UnitId } from './network.ts';
import { listed, type Report } from './report.ts';

/** The words for an activation, and what each names. */
const words: ReadonlyMap<string, ActivationName> = new Map([
  ['identity', 'identity'],
  ['linear', 'identity'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['relu', 'relu'],
  ['leaky-relu', 'leaky-relu'],
  ['softplus', 'softplus'],
  ['gelu', 'gelu'],
  ['gelu-tanh', 'gelu-tanh'],
  ['softmax', 'softmax'],
]);

/** The activation of every unit that the statements speak of; one for a single unit goes before its layer's. */
export function activations(
  statements: readonly ActivationStatement[],
  units: readonly Unit[],
  names: Lookup,
  report: Report,
): ReadonlyMap<UnitId, Activation> {
  const found = new Map<UnitId, { activation: Activation; breadth: number }>();
  const hidden = units.filter((unit) => unit.incoming.length > 0).map((unit) => unit.id);
  for (const { target, activation: word, parameter } of statements.flatMap(
    (statement) => statement.entries,
  )) {
    const name = words.get(word.word);
    if (name === undefined) {
      const message = `There is no activation “${word.word}”.`;
      const expected = nearest(word.word, words.keys());
      report({
        code: 'unknown-word',
        message,
        hint: `There are ${listed([...words.keys()])}.`,
        expected,
        span: word.span,
      });
      continue;
    }
    if (parameter !== undefined && name !== 'leaky-relu') {
      const message = `${word.word} takes no number.`;
      report({
        code: 'odd-number',
        message,
        hint: 'Only leaky-relu does: its slope below 0.',
        span: parameter.span,
      });
    }
    const targets = target === undefined ? hidden : unitsNamed(names, target);
    if (isDiagnostic(targets)) {
      report(targets);
      continue;
    }
    const input = targets.find((id) => units[id]?.incoming.length === 0);
    if (target !== undefined && input !== undefined) {
      const message = 'An input has no activation: its value is given.';
      report({
        code: 'activation-of-input',
        message,
        hint: 'Name a hidden layer or an output.',
        span: target.span,
      });
      continue;
    }
    const activation = name === 'leaky-relu' ? { name, slope: parameter?.value ?? 0.01 } : { name };
    for (const id of targets) {
      if ((found.get(id)?.breadth ?? Number.POSITIVE_INFINITY) >= targets.length) {
        found.set(id, { activation, breadth: targets.length });
      }
    }
  }
  return new Map([...found].map(([id, entry]) => [id, entry.activation]));
}
