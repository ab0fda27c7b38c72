import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import {
  accept,
  type Cursor,
  done,
  isSign,
  peek,
  spanFrom,
  takeName,
  takeWord,
  unexpected,
} from './cursor.ts';
import type { Argument, Clause, NumberNode, RequestStatement, WordNode } from './document.ts';
import { clauseWords, type RequestWord } from './keywords.ts';
import { Mistake, unknownWord, whatFollows } from './mistake.ts';

/** `figure focus w_1, captions i j k`: the clauses behind a keyword, which stood `at` its place. */
export function requestStatement(cursor: Cursor, kind: RequestWord, at: Span): RequestStatement {
  const clauses: Clause[] = [];
  while (!done(cursor)) {
    if (clauses.length > 0) accept(cursor, ',');
    clauses.push(clause(cursor, kind));
  }
  return { kind, keyword: { word: kind, span: at }, clauses, span: spanFrom(cursor, at.start) };
}

/** The requests that begin with names: `forward y, h`, `derive w_1`. */
const takesNames: ReadonlySet<RequestWord> = new Set(['forward', 'derive']);

function clause(cursor: Cursor, kind: RequestWord): Clause {
  const known: readonly string[] = clauseWords[kind];
  const token = peek(cursor);
  if (token?.kind === 'name' && takesNames.has(kind)) {
    const list = clauseArguments(cursor, known);
    return { arguments: list, span: spanFrom(cursor, token.span.start) };
  }
  const keyword = takeWord(cursor, 'a clause', whatFollows(kind, known));
  if (!known.includes(keyword.word)) throw unknownWord(keyword, known, kind);
  const of = own.get(keyword.word) ?? clauseArguments;
  return { keyword, arguments: of(cursor, known), span: spanFrom(cursor, keyword.span.start) };
}

/** The clauses whose argument has a form of its own, or that have none. */
const own: ReadonlyMap<string, (cursor: Cursor) => Argument[]> = new Map([
  ['label', (cursor: Cursor) => [reference(cursor, 'a label')]],
  ['tag', (cursor: Cursor) => [reference(cursor, 'a tag')]],
  ['outline', () => []],
  ['unnumbered', () => []],
  ['steps', () => []],
  ['values', () => []],
  ['gradients', () => []],
  ['no', noOutline],
  // What it takes is a clause of its own, too: `widths gradients`.
  [
    'widths',
    (cursor: Cursor) => [
      { kind: 'word', ...takeWord(cursor, 'a word', 'Write widths weights or widths gradients.') },
    ],
  ],
]);

function noOutline(cursor: Cursor): Argument[] {
  const word = takeWord(cursor, '“outline”', 'Write no outline.');
  if (word.word !== 'outline') throw unknownWord(word, ['outline'], 'no');
  return [{ kind: 'word', ...word }];
}

/** Names, numbers, words, ranges and texts, up to a comma or the next clause's keyword. */
function clauseArguments(cursor: Cursor, known: readonly string[]): Argument[] {
  const list: Argument[] = [];
  for (let token = peek(cursor); token !== undefined; token = peek(cursor)) {
    if (known.includes(token.text)) return list;
    if (isSign(token, ',')) {
      // In `focus w_1, w_2` the comma goes on with the names; everywhere else it ends the clause.
      if (list.at(-1)?.kind !== 'name' || cursor.tokens[cursor.at + 1]?.kind !== 'name')
        return list;
      cursor.at++;
    }
    list.push(argument(cursor));
  }
  return list;
}

function argument(cursor: Cursor): Argument {
  const token = certain(peek(cursor));
  const hint = 'A comma ends a clause.';
  if (token.kind === 'string') {
    cursor.at++;
    return { kind: 'text', text: token.text.slice(1, -1), span: token.span };
  }
  if (token.kind === 'name') return { kind: 'name', ...takeName(cursor, hint) };
  const from = rangeEnd(cursor);
  if (accept(cursor, '..') || accept(cursor, '-')) {
    const to = rangeEnd(cursor);
    const span = spanFrom(cursor, token.span.start);
    return { kind: 'range', ...(from && { from }), ...(to && { to }), span };
  }
  if (from === undefined) throw unexpected(cursor, 'a name, a number or a word', hint);
  return 'word' in from ? { kind: 'word', ...from } : { kind: 'number', ...from };
}

function rangeEnd(cursor: Cursor): NumberNode | WordNode | undefined {
  const token = peek(cursor);
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) return undefined;
  cursor.at++;
  const { text, span } = token;
  return token.kind === 'number' ? { value: Number(text), text, span } : { word: text, span };
}

/** What a label or a tag may look like: it becomes part of an id, and of a formula. */
const pattern = /^[A-Za-z0-9](?:[A-Za-z0-9.:_-]{0,38}[A-Za-z0-9])?$/;

function reference(cursor: Cursor, wanted: string): Argument {
  const hint = 'Write letters and digits, with - . : _ between them, 40 at most: eq:chain-rule.';
  const { word, span } = takeWord(cursor, wanted, hint);
  if (pattern.test(word)) return { kind: 'word', word, span };
  throw new Mistake({ code: 'odd-label', message: `“${word}” can't be ${wanted}.`, hint, span });
}
