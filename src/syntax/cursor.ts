import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import type { NameNode, NumberNode, WordNode } from './document.ts';
import { decimalComma, longName, Mistake, noNumber, runOn, tooLarge } from './mistake.ts';
import type { Token } from './token.ts';

/** The tokens of one line, read from left to right. */
export interface Cursor {
  readonly tokens: readonly Token[];
  /** The place behind the last token, for what is missing there. */
  readonly end: Span;
  at: number;
}

export const peek = (cursor: Cursor): Token | undefined => cursor.tokens[cursor.at];
export const done = (cursor: Cursor): boolean => cursor.at >= cursor.tokens.length;
export const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === 'sign' && token.text === sign;

/** Steps over the sign if it is next. */
export function accept(cursor: Cursor, sign: string): boolean {
  const found = isSign(peek(cursor), sign);
  if (found) cursor.at++;
  return found;
}

/** From a place to the last token that was read. */
export function spanFrom(cursor: Cursor, start: number): Span {
  return { start, end: certain(cursor.tokens[cursor.at - 1]).span.end };
}

/** Leaves the line: something else was expected where the cursor stands. */
export function unexpected(cursor: Cursor, wanted: string, hint: string): Mistake {
  const token = peek(cursor);
  const message =
    token === undefined
      ? `The line ends where ${wanted} should be.`
      : `${token.text} stands where ${wanted} should be.`;
  return new Mistake({ code: 'unexpected', message, hint, span: token?.span ?? cursor.end });
}

export function takeName(cursor: Cursor, hint: string): NameNode {
  const token = peek(cursor);
  if (token?.kind === 'word') throw longName(token);
  if (token?.kind !== 'name') throw unexpected(cursor, 'a name', hint);
  cursor.at++;
  const rest = adjoining(cursor);
  if (rest !== undefined) throw runOn(token, rest);
  return token.name;
}

/** A name, a number or a word without a space before it. */
function adjoining(cursor: Cursor): Token | undefined {
  const next = peek(cursor);
  const last = certain(cursor.tokens[cursor.at - 1]);
  const isText = next?.kind === 'name' || next?.kind === 'number' || next?.kind === 'word';
  return isText && next.span.start === last.span.end ? next : undefined;
}

export function takeWord(cursor: Cursor, wanted: string, hint: string): WordNode {
  const token = peek(cursor);
  if (token?.kind !== 'word') throw unexpected(cursor, wanted, hint);
  cursor.at++;
  return { word: token.text, span: token.span };
}

export function takeSign(cursor: Cursor, sign: string, hint: string): void {
  if (!accept(cursor, sign)) throw unexpected(cursor, `“${sign}”`, hint);
}

/** A number with its sign; refuses what is no finite number, and the decimal comma. */
export function takeNumber(cursor: Cursor, hint: string): NumberNode {
  const first = peek(cursor);
  const minus = accept(cursor, '-') ? '-' : '';
  if (minus === '') accept(cursor, '+');
  const token = peek(cursor);
  if (token?.kind !== 'number') throw unexpected(cursor, 'a number', hint);
  cursor.at++;
  const span = { start: certain(first).span.start, end: token.span.end };
  const text = minus + token.text;
  const number = { value: Number(text), text, span };
  if (!Number.isFinite(number.value)) throw tooLarge(number);
  const rest = adjoining(cursor);
  if (rest !== undefined) throw noNumber(number, rest);
  const comma = peek(cursor);
  const decimals = cursor.tokens[cursor.at + 1];
  const isTight = comma?.span.start === span.end && decimals?.span.start === comma.span.end;
  if (isTight && isSign(comma, ',') && decimals.kind === 'number') {
    throw decimalComma(number, decimals);
  }
  return number;
}

/** The entries of a list that commas separate. */
export function separated<Entry>(cursor: Cursor, entry: () => Entry): Entry[] {
  const entries = [entry()];
  while (accept(cursor, ',')) entries.push(entry());
  return entries;
}
