import type { Diagnostic } from '../diagnostic.ts';
import type { NumberNode, WordNode } from './document.ts';
import { greekLetters } from './greek.ts';
import { nearest } from './nearest.ts';
import type { Token } from './token.ts';

/** Thrown inside a line to leave it; `unlessMistaken` catches it. */
export class Mistake extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** What a reading gives, or what is wrong where a mistake ended it. Any other error is ours, and goes on. */
export function unlessMistaken<Value>(read: () => Value): Value | readonly Diagnostic[] {
  try {
    return read();
  } catch (mistake) {
    if (mistake instanceof Mistake) return [mistake.diagnostic];
    throw mistake;
  }
}

/** `hidden[2]`: words can be no names, so that they can be keywords. */
export function longName({ text, span }: Token): Mistake {
  const expected = [...nearest(text, greekLetters), text.slice(0, 1)];
  return new Mistake({
    code: 'long-name',
    message: `“${text}” is too long for a name.`,
    hint: `A name is one letter, or a Greek one by its name: write ${expected.join(' or ')}.`,
    expected,
    span,
  });
}

/** `x1` or `w_11`: LaTeX, too, would take only one character. */
export function runOn(name: Token, rest: Token): Mistake {
  const all = name.text + rest.text;
  const bare = /(.*[\^_])([^{}^_])$/.exec(name.text);
  const script = `${bare?.[2] ?? ''}${rest.text}`;
  const meant = `${bare?.[1] ?? `${name.text}_`}${script.length > 1 ? `{${script}}` : script}`;
  const mendable = (bare !== null || !/[\^_]/.test(name.text)) && /^\w+$/.test(script);
  return new Mistake({
    code: 'unbraced-script',
    message: `${all} reads as ${name.text} with ${rest.text} behind it.`,
    hint: mendable
      ? `Write ${meant}.`
      : 'Put a space between two names, and long scripts into braces: w_{11}.',
    ...(mendable && { expected: [meant] }),
    span: { start: name.span.start, end: rest.span.end },
  });
}

/** `1e400` */
export function tooLarge({ text, span }: NumberNode): Mistake {
  const message = `${text} is too large for a number.`;
  const hint = 'Numbers go up to about 1.8e308.';
  return new Mistake({ code: 'number-too-large', message, hint, span });
}

/** `1.2.3`, `5px` */
export function noNumber({ text, span }: NumberNode, rest: Token): Mistake {
  return new Mistake({
    code: 'odd-number',
    message: `${text}${rest.text} is no number.`,
    hint: 'Numbers are written 2, 0.15 or 1e-3, with a space between two.',
    span: { start: span.start, end: rest.span.end },
  });
}

/** Half of the world writes 1,5 for a number, the other half for two. */
export function decimalComma({ text, span }: NumberNode, decimals: Token): Mistake {
  const [one, two] = [`${text}.${decimals.text}`, `${text}, ${decimals.text}`];
  return new Mistake({
    code: 'decimal-comma',
    message: `${text},${decimals.text} may be one number or two.`,
    hint: `One number is written ${one}, two are written ${two}.`,
    expected: [one, two],
    span: { start: span.start, end: decimals.span.end },
  });
}

/** A word that is none of those that can stand where it does. */
export function unknownWord(word: WordNode, known: readonly string[], where: string): Mistake {
  return new Mistake({
    code: 'unknown-word',
    message: `${where} knows no “${word.word}”.`,
    hint: whatFollows(where, known),
    expected: nearest(word.word, known),
    span: word.span,
  });
}

/** What may stand after a word. */
export function whatFollows(word: string, known: readonly string[]): string {
  return `After ${word} can stand ${known.join(', ')}.`;
}
