import { certain } from '../certain.ts';
import type { Clause, NotationStatement } from '../syntax/document.ts';
import { spell } from '../syntax/name.ts';
import { nearest } from '../syntax/nearest.ts';
import { type Notation, presets } from './notation.ts';
import { listed, type Report } from './report.ts';

/** What a setting may be, in words or as one letter, and what it changes. */
interface Setting {
  readonly words: readonly string[];
  /** A letter that would do; absent where none may stand. */
  readonly letter?: string;
  readonly change: (value: string) => Partial<Notation>;
}

/** The units' own names are no letter. */
const letterOf = (value: string): string | undefined => (value === 'own' ? undefined : value);

/** What a notation may set, by its word. */
export const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  word('gradient', ['derivative', 'delta', 'differential']),
  word('derivative', ['partial', 'd']),
  word('superscript', ['bare', 'parentheses', 'brackets']),
  [
    'activation',
    {
      words: ['own'],
      letter: 'a',
      change: (value) => ({ activation: letterOf(value), output: letterOf(value) }),
    },
  ],
  ['output', { words: ['own'], letter: 'y', change: (value) => ({ output: letterOf(value) }) }],
  letter('preactivation', 'preactivation', 'z'),
  letter('error', 'delta', 'delta'),
  letter('loss', 'loss', 'C'),
  letter('target', 'target', 'y'),
]);

function word(name: keyof Notation, words: readonly string[]): [string, Setting] {
  return [name, { words, change: (value) => ({ [name]: value }) }];
}

function letter(name: string, key: keyof Notation, sample: string): [string, Setting] {
  return [name, { words: [], letter: sample, change: (value) => ({ [key]: value }) }];
}

/** The notation that the statements set, from left to right, on top of what was there. */
export function notation(
  statements: readonly NotationStatement[],
  base: Notation,
  report: Report,
): Notation {
  const clauses = statements.flatMap((statement) => statement.clauses);
  const set: Notation = Object.assign(
    { ...base },
    ...clauses.map((clause) => change(clause, report)),
  );
  const last = clauses.at(-1);
  if (last !== undefined) checkLetters(set, last, report);
  return set;
}

function change(clause: Clause, report: Report): Partial<Notation> {
  const name = certain(clause.keyword).word;
  const preset = presets.get(name);
  if (preset !== undefined && clause.arguments.length === 0) return preset;
  const setting = settings.get(name);
  if (setting === undefined) {
    const known = [...presets.keys(), ...settings.keys()];
    const message = `There is no notation “${name}”.`;
    const hint = `There are the presets ${listed([...presets.keys()])}, and the settings ${listed([...settings.keys()])}.`;
    const expected = nearest(name, known);
    report({ code: 'unknown-word', message, hint, expected, span: clause.span });
    return {};
  }
  const value = argumentOf(clause, setting);
  if (value !== undefined) return setting.change(value);
  const { words, letter } = setting;
  const wanted = [...words, ...(letter === undefined ? [] : ['one letter'])].join(' or ');
  const message = `The notation of ${name} is ${wanted}.`;
  const hint = `Write notation ${name} ${letter ?? words[0]}.`;
  report({ code: 'odd-notation', message, hint, span: clause.span });
  return {};
}

/** The setting's one argument, where it is one that the setting can have. */
function argumentOf({ arguments: all }: Clause, { words, letter }: Setting): string | undefined {
  const [argument, ...more] = all;
  if (more.length > 0) return undefined;
  if (argument?.kind === 'word') return words.find((known) => known === argument.word);
  if (argument?.kind !== 'name') return undefined;
  const text = spell(argument);
  const isLetter = letter !== undefined && text === argument.letter;
  return isLetter || words.includes(text) ? text : undefined;
}

/** Under a common letter sum, value and error term of a unit differ in their letters alone. */
function checkLetters(set: Notation, { span }: Clause, report: Report): void {
  const { activation, output, preactivation, delta } = set;
  if (activation === undefined && output === undefined) return;
  const isTaken = (name: string): boolean => name === activation || name === output;
  const twice = isTaken(preactivation) ? preactivation : delta;
  if (!isTaken(twice) && preactivation !== delta) return;
  const message = `${twice} would stand for two things of one unit.`;
  const hint =
    'Give the notations of activation, preactivation and error a letter each, as activation a, preactivation z, error delta.';
  report({ code: 'double-name', message, hint, span });
}
