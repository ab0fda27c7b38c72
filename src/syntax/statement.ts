import { certain } from '../certain.ts';
import { assignment, isAssignment } from './assignment.ts';
import { chain } from './chain.ts';
import { type Cursor, done, isSign, peek, unexpected } from './cursor.ts';
import { definitions } from './definition.ts';
import type { Statement } from './document.ts';
import { clauseWords, isRequestWord, requestWords } from './keywords.ts';
import { longName, Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';
import { requestStatement } from './request.ts';
import type { Token } from './token.ts';

/** The statement that a line is. Leaves by a Mistake where it is none. */
export function statement(cursor: Cursor): Statement {
  const read = statementAt(cursor);
  if (done(cursor)) return read;
  const hint = 'Write one statement a line; # begins a comment.';
  throw unexpected(cursor, 'the end of the line', hint);
}

function statementAt(cursor: Cursor): Statement {
  const token = certain(peek(cursor));
  if (token.kind !== 'word') return isAssignment(cursor) ? assignment(cursor) : chain(cursor);
  cursor.at++;
  if (isRequestWord(token.text)) return requestStatement(cursor, token.text, token.span);
  const define = definitions.get(token.text);
  if (define === undefined) throw noStatement(token, peek(cursor));
  return define(cursor, token.span.start);
}

function noStatement(word: Token, next: Token | undefined): Mistake {
  const isName = next?.kind === 'arrow' || isSign(next, '[') || isSign(next, '=');
  if (isName) return longName(word);
  const known = [...definitions.keys(), ...requestWords];
  const expected = nearest(word.text, known);
  return new Mistake({
    code: 'unknown-word',
    message: `No statement begins with “${word.text}”.`,
    hint:
      expected[0] === undefined ? whereItBelongs(word.text, known) : `Did you mean ${expected[0]}?`,
    expected,
    span: word.span,
  });
}

function whereItBelongs(word: string, known: readonly string[]): string {
  const request = requestWords.find((kind) => clauseWords[kind].some((clause) => clause === word));
  return request === undefined
    ? `A line is a chain such as x[2] -> y[2], values such as x = 1, 2, or begins with ${known.join(', ')}.`
    : `It belongs to a request, on the same line: ${request} ${word} …`;
}
