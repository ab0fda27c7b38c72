import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { greekNames } from './greek.ts';

/** What comes from another language or a word processor, and what stands for it here. */
interface Habit {
  readonly pattern: RegExp;
  readonly code?: string;
  readonly message: (text: string) => string;
  readonly hint: string;
  readonly mend?: (text: string) => string;
}

const habits: readonly Habit[] = [
  {
    pattern: /=+>|--+>|[–—−]+>|[⇒⇨➔➝➡↦⟹]/y,
    message: (text) => `${text} is not the arrow of a chain.`,
    hint: 'An arrow is written ->.',
    mend: () => '->',
  },
  {
    pattern: /[−–—]/y,
    message: (text) => `${text} is not the minus sign of the keyboard.`,
    hint: 'A minus is written -.',
    mend: () => '-',
  },
  {
    pattern: /[“”„«»][^“”„«»"#]*[“”„«»]?/y,
    message: () => 'These are not the quotation marks of the keyboard.',
    hint: 'A text stands in straight quotation marks: "Two layers".',
    mend: (text) => `"${text.replace(/[“”„«»]/g, '')}"`,
  },
  {
    pattern: /"[^"]*/y,
    code: 'open-text',
    message: () => 'This text is not closed.',
    hint: 'Close the text with a " on the same line.',
  },
  {
    pattern: /\(\s*(?:\d+)\s*\)|\{\s*\d+\s*\}/y,
    message: (text) => `A size can't stand in the brackets ${text}.`,
    hint: 'The size of a layer stands in square brackets: x[2].',
    mend: (text) => `[${text.slice(1, -1).trim()}]`,
  },
  {
    pattern: /[\^_]\{[^}]*/y,
    message: () => 'These braces are not closed.',
    hint: 'Close them on the same line: w^1_{11}.',
  },
  {
    pattern: /[\^_]/y,
    message: (text) => `Nothing that a name can have follows this ${text}.`,
    hint: 'After ^ and _ stands one letter or digit, or more of them in braces: w^1_{11}.',
  },
  {
    pattern: /%|\/\//y,
    message: (text) => `${text} does not begin a comment.`,
    hint: 'A comment begins with #.',
    mend: () => '#',
  },
  {
    pattern: /\$/y,
    message: () => 'Names stand without $ in a block.',
    hint: 'Write w^1_{11}, not $w^1_{11}$.',
    mend: () => '',
  },
  {
    pattern: new RegExp(`[${[...greekNames.keys()].join('')}]`, 'uy'),
    message: (text) => `The letter ${text} is spelled out in a block.`,
    hint: 'Greek letters are written by their names: alpha, beta, phi.',
    mend: (text) => certain(greekNames.get(text)),
  },
];

/** What is wrong where no token begins; a run of odd characters is one mistake. */
export function oddCharacter(line: string, at: number, offset: number): Diagnostic {
  for (const { pattern, code, message, hint, mend } of habits) {
    const text = match(pattern, line, at);
    if (text === undefined) continue;
    return {
      code: code ?? 'unknown-character',
      message: message(excerpt(text)),
      hint,
      ...(mend && { expected: [mend(text)] }),
      span: { start: offset + at, end: offset + at + text.length },
    };
  }
  const run = certain(match(/[^\s\p{L}\p{N}#"[\],:;]+|./suy, line, at));
  return {
    code: 'unknown-character',
    message: `${capital(shown(run))} has no meaning here.`,
    hint: 'A block has names such as h^1_2, numbers, words, texts in quotes, and the signs -> [ ] : , ; = .',
    span: { start: offset + at, end: offset + at + run.length },
  };
}

/** Characters that can't be seen: they turn the reading order round, or break the XML of a figure. */
const hidden = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;

/** The first hidden character of a quoted text, as a mistake. */
export function hiddenCharacter(text: string, offset: number): Diagnostic | undefined {
  const found = hidden.exec(text);
  if (found === null) return undefined;
  const start = offset + found.index;
  return {
    code: 'hidden-character',
    message: `This text has ${shown(found[0])}, which can't be seen.`,
    hint: 'Take it out.',
    expected: [''],
    span: { start, end: start + found[0].length },
  };
}

function match(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

/** Odd characters as a message can show them: by number where they have no look of their own. */
function shown(run: string): string {
  const unseen = [...run].find((character) => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(character));
  if (unseen === undefined) return `“${excerpt(run)}”`;
  const number = certain(unseen.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${number}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const excerpt = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
