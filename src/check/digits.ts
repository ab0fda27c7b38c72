import { isMark } from './chains.ts';
import { type Cursor, peek, spanFrom } from './cursor.ts';
import type { Formula } from './formula.ts';
import { type Token, unreadable } from './token.ts';

/** Digits that stand together. */
export function readNumber(cursor: Cursor): Formula {
  const start = cursor.at;
  let [text, end] = ['', peek(cursor)?.span.start];
  for (;;) {
    const token = peek(cursor);
    if (token?.kind !== 'digit' || token.span.start !== end) break;
    text += token.text;
    end = token.span.end;
    cursor.at++;
  }
  const span = spanFrom(cursor, start);
  const value = Number(text);
  if (!Number.isFinite(value)) throw unreadable(`${text} is no number.`, span);
  return { kind: 'number', value, span };
}

/** [m = k] */
export function readIverson(cursor: Cursor): Formula | undefined {
  const [open, of, equals, is, close] = cursor.tokens.slice(cursor.at, cursor.at + 5);
  const isIndex = (token: Token | undefined): token is Token =>
    token?.kind === 'digit' || (token?.kind === 'letter' && token.text.length === 1);
  const fits = isMark(open, '[') && isMark(equals, '=') && isMark(close, ']');
  if (!fits || !isIndex(of) || !isIndex(is)) return undefined;
  const start = cursor.at;
  cursor.at += 5;
  return { kind: 'iverson', of: of.text, is: is.text, span: spanFrom(cursor, start) };
}
