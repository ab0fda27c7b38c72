import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import type { Mistake } from '../syntax/mistake.ts';
import { isMark } from './chains.ts';
import type { Formula } from './formula.ts';
import { type Token, unreadable } from './token.ts';

/** What must be known of a network before its formulas can be parted: a(b) is a product or a function's value. */
export interface Words {
  /** Whether a name is that of an activation, as \sigma. */
  readonly isFunction: (name: string) => boolean;
  /** Whether some quantity begins with a letter, so that d is no sign of a derivative, nor e that of exp. */
  readonly isQuantity: (letter: string) => boolean;
  /** Whether dw stands for the gradient by w, as programs name it. */
  readonly hasDifferentials: boolean;
}

/** How what stands in a group or behind a sign is read: derivatives and sums hold formulas of their own. */
export interface Grammar {
  /** All that a cursor has. */
  readonly all: (cursor: Cursor) => Formula;
  /** Factors side by side. */
  readonly product: (cursor: Cursor) => Formula;
}

/** Tokens of a side, or of a group in it, read from left to right. */
export interface Cursor {
  readonly tokens: readonly Token[];
  /** Where what is missing at the end is missing. */
  readonly end: Span;
  readonly words: Words;
  readonly grammar: Grammar;
  readonly depth: number;
  at: number;
}

export const peek = (cursor: Cursor, ahead = 0): Token | undefined =>
  cursor.tokens[cursor.at + ahead];

export const isDone = (cursor: Cursor): boolean => cursor.at >= cursor.tokens.length;

/** Steps over one of these marks if it is next. */
export function accept(cursor: Cursor, ...marks: readonly string[]): boolean {
  const found = isMark(peek(cursor), ...marks);
  if (found) cursor.at++;
  return found;
}

export const isCommand = (token: Token | undefined, ...names: readonly string[]): boolean =>
  token?.kind === 'command' && names.includes(token.text);

export function acceptCommand(cursor: Cursor, ...names: readonly string[]): boolean {
  const found = isCommand(peek(cursor), ...names);
  if (found) cursor.at++;
  return found;
}

/** From a token to the last one that was read. */
export const spanFrom = (cursor: Cursor, start: number): Span => ({
  start: certain(cursor.tokens[start]).span.start,
  end: certain(cursor.tokens[cursor.at - 1]).span.end,
});

/** A cursor over a part of the tokens, one level deeper. */
export function inside(cursor: Cursor, tokens: readonly Token[], end: Span): Cursor {
  if (cursor.depth >= limits.formulaDepth)
    throw unreadable('The brackets here nest too deep to be read.', end, 'Part the formula.');
  return { ...cursor, tokens, end, depth: cursor.depth + 1, at: 0 };
}

/** What is in the braces that come next, or the one token that does, as TeX takes arguments. */
export function takeArgument(cursor: Cursor): Cursor {
  const first = peek(cursor);
  if (first === undefined) throw missing(cursor);
  cursor.at++;
  if (!isMark(first, '{')) return inside(cursor, [first], first.span);
  const start = cursor.at;
  for (let open = 1; cursor.at < cursor.tokens.length; cursor.at++) {
    if (isMark(peek(cursor), '{')) open++;
    if (isMark(peek(cursor), '}') && --open === 0) {
      const close = certain(peek(cursor)).span;
      cursor.at++;
      return inside(cursor, cursor.tokens.slice(start, cursor.at - 1), close);
    }
  }
  throw unreadable('This brace is never closed.', first.span, 'Close it with }.');
}

export const missing = (cursor: Cursor): Mistake =>
  unreadable('Something is missing here.', cursor.end, 'Write what stands here.');

/** The next token has no place here. */
export function unexpected(cursor: Cursor): Mistake {
  const token = peek(cursor);
  if (token === undefined) return missing(cursor);
  if (token.kind === 'text')
    return unreadable(
      `The words “${token.text}” can't be read as mathematics.`,
      token.span,
      'Put words before or behind the equation, or leave out “check”.',
    );
  const written =
    token.kind === 'mark' || token.kind === 'letter' || token.kind === 'digit'
      ? token.text
      : `\\${token.text}`;
  return unreadable(`A check can't read ${written} here.`, token.span);
}
