import type { Clause, NotationStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import { listed, type Report } from './report.ts';

/** How symbols are written. The values themselves never depend on it. */
export interface Notation {
  /** The gradient of the loss: `∂E/∂w`, or `Δw` as in some older texts (most read Δw as −η ∂E/∂w). */
  readonly gradient: 'derivative' | 'delta';
  /** `∂`, or an upright `d`. */
  readonly derivative: 'partial' | 'd';
  /** The loss's letter: E, C, L, J. */
  readonly loss: string;
  /** The weighted sum before an activation: z, or Bishop's a. */
  readonly preactivation: string;
  /** The error term of a unit. */
  readonly delta: string;
  /** The targets' letter. */
  readonly target: string;
}

export const standardNotation: Notation = {
  gradient: 'derivative',
  derivative: 'partial',
  loss: 'E',
  preactivation: 'z',
  delta: 'delta',
  target: 't',
};

const presets: ReadonlyMap<string, Notation> = new Map([
  ['standard', standardNotation],
  ['draft', { ...standardNotation, gradient: 'delta' }],
]);

/** What each setting may be; `letter` for any one letter. */
const settings: ReadonlyMap<string, { key: keyof Notation; values: readonly string[] | 'letter' }> =
  new Map<string, { key: keyof Notation; values: readonly string[] | 'letter' }>([
    ['gradient', { key: 'gradient', values: ['derivative', 'delta'] }],
    ['derivative', { key: 'derivative', values: ['partial', 'd'] }],
    ['loss', { key: 'loss', values: 'letter' }],
    ['preactivation', { key: 'preactivation', values: 'letter' }],
    ['error', { key: 'delta', values: 'letter' }],
    ['target', { key: 'target', values: 'letter' }],
  ]);

/** The notation that the statements set, from left to right, on top of what the network had. */
export function notation(
  statements: readonly NotationStatement[],
  base: Notation,
  report: Report,
): Notation {
  const changes = statements
    .flatMap((statement) => statement.clauses)
    .map((clause) => change(clause, report));
  return Object.assign({ ...base }, ...changes);
}

function change(clause: Clause, report: Report): Partial<Notation> {
  const word = clause.keyword?.word ?? '';
  const preset = presets.get(word);
  if (preset !== undefined && clause.arguments.length === 0) return preset;
  const setting = settings.get(word);
  if (setting === undefined) {
    const known = [...presets.keys(), ...settings.keys()];
    const message = `There is no notation “${word}”.`;
    report({
      code: 'unknown-word',
      message,
      hint: `There are ${listed(known)}.`,
      expected: nearest(word, known),
      span: clause.span,
    });
    return {};
  }
  const [argument, ...more] = clause.arguments;
  const value =
    argument?.kind === 'word'
      ? argument.word
      : argument?.kind === 'name'
        ? spell(argument)
        : undefined;
  const fits =
    setting.values === 'letter'
      ? argument?.kind === 'name' && value === argument.letter
      : setting.values.includes(value ?? '');
  if (value !== undefined && fits && more.length === 0) return { [setting.key]: value };
  const wanted = setting.values === 'letter' ? 'one letter' : setting.values.join(' or ');
  const message = `The notation of ${word} is ${wanted}.`;
  report({
    code: 'odd-notation',
    message,
    hint: `Write notation ${word} ${setting.values === 'letter' ? 'C' : setting.values[0]}.`,
    span: clause.span,
  });
  return {};
}
