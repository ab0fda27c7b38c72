import {
  accept,
  type Cursor,
  done,
  isSign,
  Mistake,
  peek,
  spanFrom,
  takeWord,
  unexpected,
} from './cursor.ts';
import type { Argument, Clause, NumberNode, RequestStatement, WordNode } from './document.ts';
import { clauseWords } from './keywords.ts';
import { nearest } from './nearest.ts';

/** `figure focus w_1, captions i j k`: a keyword, then clauses; a clause's own keyword may stand without a comma. */
export function requestStatement(cursor: Cursor, kind: RequestStatement['kind']): RequestStatement {
  const keyword = takeWord(cursor, 'a request', '');
  const clauses: Clause[] = [];
  while (!done(cursor)) {
    if (clauses.length > 0) accept(cursor, ',');
    clauses.push(requestClause(cursor, kind));
  }
  return { kind, keyword, clauses, span: spanFrom(cursor, keyword.span.start) };
}

function requestClause(cursor: Cursor, kind: RequestStatement['kind']): Clause {
  const known = clauseWords[kind];
  const token = peek(cursor);
  if (token?.kind === 'name') return clauseOf(cursor, undefined, known);
  const list = known.length === 0 ? 'nothing more' : known.join(', ');
  if (token?.kind !== 'word')
    throw unexpected(cursor, 'a clause', `After ${kind} can stand: ${list}.`);
  if (!known.includes(token.text)) {
    throw new Mistake({
      code: 'unknown-word',
      message: `${kind} knows no “${token.text}”.`,
      hint: `After ${kind} can stand: ${list}.`,
      expected: nearest(token.text, known),
      span: token.span,
    });
  }
  cursor.at++;
  return clauseOf(cursor, { word: token.text, span: token.span }, known);
}

function clauseOf(cursor: Cursor, keyword: WordNode | undefined, known: readonly string[]): Clause {
  const start = keyword?.span.start ?? peek(cursor)?.span.start ?? cursor.end.start;
  const isReference = keyword?.word === 'label' || keyword?.word === 'tag';
  const list = isReference
    ? [referenceText(cursor)]
    : clauseArguments(cursor, known, keyword === undefined);
  return { ...(keyword && { keyword }), arguments: list, span: spanFrom(cursor, start) };
}

/** Names, numbers, words, ranges and texts, up to a comma or the next clause's keyword. */
function clauseArguments(cursor: Cursor, known: readonly string[], namesGoOn: boolean): Argument[] {
  const list: Argument[] = [];
  for (;;) {
    const token = peek(cursor);
    if (token === undefined) return list;
    // In `forward y, h` the comma goes on with the names; everywhere else it ends the clause.
    if (isSign(token, ',')) {
      if (!(namesGoOn && cursor.tokens[cursor.at + 1]?.kind === 'name')) return list;
      cursor.at++;
      continue;
    }
    if (token.kind === 'word' && known.includes(token.text)) return list;
    list.push(argument(cursor));
  }
}

function argument(cursor: Cursor): Argument {
  const token = peek(cursor);
  if (token?.kind === 'string') {
    cursor.at++;
    return { kind: 'text', text: token.text.slice(1, -1), span: token.span };
  }
  if (token?.kind === 'name') {
    cursor.at++;
    return { kind: 'name', ...token.name };
  }
  const from = rangeEnd(cursor);
  if (accept(cursor, '..') || accept(cursor, '-')) {
    const start = from?.span.start ?? token?.span.start ?? 0;
    const to = rangeEnd(cursor);
    return {
      kind: 'range',
      ...(from && { from }),
      ...(to && { to }),
      span: spanFrom(cursor, start),
    };
  }
  if (from === undefined)
    throw unexpected(cursor, 'a name, a number or a word', 'A comma ends a clause.');
  return 'word' in from ? { kind: 'word', ...from } : { kind: 'number', ...from };
}

function rangeEnd(cursor: Cursor): NumberNode | WordNode | undefined {
  const token = peek(cursor);
  if (token?.kind === 'word') {
    cursor.at++;
    return { word: token.text, span: token.span };
  }
  if (token?.kind === 'number') {
    cursor.at++;
    return { value: token.value, text: token.text, span: token.span };
  }
  return undefined;
}

/** What a label or a tag may look like: it becomes part of an id, and of a formula. */
const referencePattern = /^[A-Za-z0-9](?:[A-Za-z0-9.:_-]{0,38}[A-Za-z0-9])?$/;

/** The text after `label` or `tag`, up to the comma or the end: tokens that stand side by side. */
function referenceText(cursor: Cursor): Argument {
  const first = peek(cursor);
  let text = '';
  let end = first?.span.start ?? cursor.end.start;
  for (
    let token = peek(cursor);
    token !== undefined && token.span.start === end;
    token = peek(cursor)
  ) {
    if (isSign(token, ',') || isSign(token, ';')) break;
    text += token.text;
    end = token.span.end;
    cursor.at++;
  }
  if (first === undefined || text === '') {
    throw unexpected(cursor, 'a label', 'A label is one word, such as chain-rule or eq:f.');
  }
  const span = { start: first.span.start, end };
  if (referencePattern.test(text)) return { kind: 'word', word: text, span };
  const hint = 'A label has letters, digits and - . : _ inside, 40 characters at most.';
  throw new Mistake({ code: 'odd-label', message: `“${text}” can't be a label.`, hint, span });
}
