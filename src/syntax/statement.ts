import {
  accept,
  type Cursor,
  done,
  isSign,
  Mistake,
  peek,
  separated,
  spanFrom,
  takeName,
  takeNumber,
  takeSign,
  takeWord,
  unexpected,
} from './cursor.ts';
import type {
  Argument,
  AssignmentStatement,
  ChainStatement,
  Clause,
  NameNode,
  NumberNode,
  Statement,
  Stop,
} from './document.ts';
import { statementWords } from './keywords.ts';
import { nearest } from './nearest.ts';
import { requestStatement } from './request.ts';

const chainHint = 'A chain is layers with arrows between them: x[2] -> h[2] -> y[2].';

/** The statement that a line is. Leaves by a Mistake where it is none. */
export function statement(cursor: Cursor): Statement {
  const read = statementAt(cursor);
  if (!done(cursor))
    throw unexpected(
      cursor,
      'the end of the line',
      'Write one statement a line; # begins a comment.',
    );
  return read;
}

function statementAt(cursor: Cursor): Statement {
  const token = peek(cursor);
  const start = token?.span.start ?? cursor.end.start;
  if (token?.kind !== 'word') return isAssignment(cursor) ? assignment(cursor) : chain(cursor);
  if (
    token.text === 'figure' ||
    token.text === 'forward' ||
    token.text === 'derive' ||
    token.text === 'live'
  ) {
    return requestStatement(cursor, token.text);
  }
  const take = definitions.get(token.text);
  if (take === undefined) {
    throw new Mistake({
      code: 'unknown-word',
      message: `No statement begins with “${token.text}”.`,
      hint: `A line is a chain such as x[2] -> y[2], values such as x = 1, 2, or begins with ${statementWords.join(', ')}.`,
      expected: nearest(token.text, statementWords),
      span: token.span,
    });
  }
  cursor.at++;
  return take(cursor, start);
}

/** What may stand behind each word that begins a definition. */
const definitions: ReadonlyMap<string, (cursor: Cursor, start: number) => Statement> = new Map<
  string,
  (cursor: Cursor, start: number) => Statement
>([
  [
    'weights',
    (cursor, start) => {
      const entries = separated(cursor, () => {
        const { target, name } = targeted(cursor, 'weights w^l_{ji}');
        return { ...(target && { layer: target }), template: name };
      });
      return { kind: 'weights', entries, span: spanFrom(cursor, start) };
    },
  ],
  [
    'bias',
    (cursor, start) => {
      const entries = separated(cursor, () => {
        const { target, name } = targeted(cursor, 'bias h: b^1');
        return { ...(target && { target }), template: name };
      });
      return { kind: 'bias', entries, span: spanFrom(cursor, start) };
    },
  ],
  [
    'activation',
    (cursor, start) => {
      const entries = separated(cursor, () => activation(cursor));
      return { kind: 'activation', entries, span: spanFrom(cursor, start) };
    },
  ],
  [
    'loss',
    (cursor, start) => {
      const loss = takeWord(cursor, 'a loss', 'Write loss squared, for example.');
      if (!accept(cursor, ',')) return { kind: 'loss', loss, span: spanFrom(cursor, start) };
      const word = takeWord(cursor, '“decay”', 'Write loss squared, decay 0.01.');
      if (word.word !== 'decay') throw unknownWord(word.word, word.span, ['decay'], 'loss');
      const decay = takeNumber(cursor, 'Write decay 0.01.');
      return { kind: 'loss', loss, decay, span: spanFrom(cursor, start) };
    },
  ],
  [
    'rate',
    (cursor, start) => ({
      kind: 'rate',
      rate: takeNumber(cursor, 'Write rate 0.5.'),
      span: spanFrom(cursor, start),
    }),
  ],
  [
    'notation',
    (cursor, start) => {
      const clauses = separated(cursor, () => setting(cursor));
      return { kind: 'notation', clauses, span: spanFrom(cursor, start) };
    },
  ],
]);

/** `h: b^1`, or the name alone. */
function targeted(cursor: Cursor, sample: string): { target?: NameNode; name: NameNode } {
  const first = takeName(cursor, `Write ${sample}.`);
  if (!accept(cursor, ':')) return { name: first };
  return { target: first, name: takeName(cursor, `Write ${sample}.`) };
}

function activation(cursor: Cursor) {
  const hint = 'Write activation h: sigmoid, or activation sigmoid for all.';
  const target = peek(cursor)?.kind === 'name' ? takeName(cursor, hint) : undefined;
  if (target !== undefined) takeSign(cursor, ':', hint);
  const name = takeWord(cursor, 'an activation', hint);
  const parameter =
    done(cursor) || isSign(peek(cursor), ',') ? undefined : takeNumber(cursor, hint);
  return { ...(target && { target }), activation: name, ...(parameter && { parameter }) };
}

function setting(cursor: Cursor): Clause {
  const keyword = takeWord(
    cursor,
    'a notation',
    'Write notation draft, or notation gradient delta.',
  );
  const list: Argument[] = [];
  for (let token = peek(cursor); token !== undefined && !isSign(token, ','); token = peek(cursor)) {
    if (token.kind === 'name') list.push({ kind: 'name', ...token.name });
    else if (token.kind === 'word') list.push({ kind: 'word', word: token.text, span: token.span });
    else throw unexpected(cursor, 'a word or a letter', 'Write notation gradient delta, loss C.');
    cursor.at++;
  }
  return { keyword, arguments: list, span: spanFrom(cursor, keyword.span.start) };
}

function isAssignment(cursor: Cursor): boolean {
  return isSign(cursor.tokens[1], '=');
}

/** `w^1 = 0.15 0.20; 0.25 0.30` */
function assignment(cursor: Cursor): AssignmentStatement {
  const hint = 'Write x = 0.05, 0.10, with a point in each number and a space between two.';
  const name = takeName(cursor, hint);
  takeSign(cursor, '=', hint);
  const rows: NumberNode[][] = [[]];
  while (!done(cursor)) {
    if (accept(cursor, ';')) rows.push([]);
    else {
      const last = takeNumber(cursor, hint);
      rows.at(-1)?.push(last);
      separator(cursor, last);
    }
  }
  const empty = rows.findIndex((row) => row.length === 0);
  if (empty >= 0) throw unexpected({ ...cursor, at: cursor.tokens.length }, 'a number', hint);
  return { kind: 'assignment', name, rows, span: spanFrom(cursor, name.span.start) };
}

/** A comma between numbers; one without a space behind it may be meant as a decimal point. */
function separator(cursor: Cursor, before: NumberNode): void {
  const comma = peek(cursor);
  if (comma === undefined || !accept(cursor, ',')) return;
  const after = peek(cursor);
  if (after?.kind !== 'number' || after.span.start > comma.span.end) return;
  const text = `${before.text},${after.text}`;
  throw new Mistake({
    code: 'decimal-comma',
    message: `${text} may be one number or two.`,
    hint: `Write ${before.text}.${after.text} for one, or ${before.text}, ${after.text} for two.`,
    expected: [`${before.text}.${after.text}`, `${before.text}, ${after.text}`],
    span: { start: before.span.start, end: after.span.end },
  });
}

/** `x[2] -> h[2] -> y[2]`, or an edge with its weight, `x_1 -> y_2 : w_s`. */
function chain(cursor: Cursor): ChainStatement {
  const start = peek(cursor)?.span.start ?? cursor.end.start;
  const stops = [stop(cursor)];
  while (peek(cursor)?.kind === 'arrow') {
    cursor.at++;
    stops.push(stop(cursor));
  }
  if (stops.length < 2) throw unexpected(cursor, '“->”', chainHint);
  if (!accept(cursor, ':')) return { kind: 'chain', stops, span: spanFrom(cursor, start) };
  const hint = 'After the colon stands the weight: x_1 -> y_2 : w_s, or a fixed number.';
  const weight = peek(cursor)?.kind === 'name' ? takeName(cursor, hint) : takeNumber(cursor, hint);
  return { kind: 'chain', stops, weight, span: spanFrom(cursor, start) };
}

function stop(cursor: Cursor): Stop {
  const token = peek(cursor);
  if (token?.kind === 'ellipsis') {
    cursor.at++;
    return { kind: 'ellipsis', span: token.span };
  }
  const name = takeName(cursor, chainHint);
  if (!accept(cursor, '[')) return { kind: 'layer', name, span: name.span };
  const size = takeNumber(cursor, 'A layer has a size: x[2].');
  takeSign(cursor, ']', `Close the size with a bracket: ${name.letter}[${size.text}].`);
  return { kind: 'layer', name, size, span: spanFrom(cursor, name.span.start) };
}

function unknownWord(
  word: string,
  span: Statement['span'],
  known: readonly string[],
  where: string,
): Mistake {
  const hint = `After ${where} can stand: ${known.join(', ')}.`;
  const message = `${where} knows no “${word}”.`;
  return new Mistake({ code: 'unknown-word', message, hint, expected: nearest(word, known), span });
}
