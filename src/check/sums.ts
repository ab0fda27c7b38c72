import { isMark, spanOf } from './chains.ts';
import {
  accept,
  acceptCommand,
  type Cursor,
  isDone,
  peek,
  spanFrom,
  takeArgument,
  unexpected,
} from './cursor.ts';
import type { Formula } from './formula.ts';
import { readSymbol } from './scripts.ts';
import { type Token, unreadable } from './token.ts';

/** Σ_k, Σ_{k=1}^{2}, Σ_{j,k}, Π_k, or a sum over paths, with all that stands behind it in its product. */
export function readSum(cursor: Cursor): Formula {
  const start = cursor.at;
  const kind = peek(cursor)?.text === 'sum' ? 'sum-over' : 'product-over';
  cursor.at++;
  let [below, above]: [Cursor | undefined, Cursor | undefined] = [undefined, undefined];
  for (;;) {
    if (accept(cursor, '_')) below = takeArgument(cursor);
    else if (accept(cursor, '^')) above = takeArgument(cursor);
    else break;
  }
  if (below === undefined || below.tokens.length === 0)
    throw unreadable(
      'This sum does not say what it runs over.',
      spanFrom(cursor, start),
      'Write \\sum_k, or \\sum_{k=1}^{2}.',
    );
  if (kind === 'sum-over' && below.tokens.some((token) => isMark(token, ':')))
    return readPaths(cursor, start, below);
  const range = rangeOf(below, above);
  const letters = range === undefined ? indices(below) : [range.index];
  const body = cursor.grammar.product(cursor);
  const span = spanFrom(cursor, start);
  return letters.reduceRight<Formula>(
    (inner, index) => ({
      kind,
      index,
      ...(range?.range && { range: range.range }),
      body: inner,
      span,
    }),
    body,
  );
}

/** k, or j,k. */
function indices(below: Cursor): readonly string[] {
  const letters = below.tokens.filter((token) => !isMark(token, ','));
  const odd = letters.find((token) => token.kind !== 'letter' || token.text.length > 1);
  // Letters that stand together are two indices, or else a word.
  const isWord = letters.length > 2 && letters.length === below.tokens.length;
  if (odd === undefined && letters.length > 0 && !isWord) return letters.map(({ text }) => text);
  throw unreadable(
    `A sum can't be read that runs over this.`,
    spanOf(below.tokens),
    'Write an index, \\sum_k, or paths, \\sum_{p:\\, h_1 \\leadsto y_k} \\prod_{e \\in p} w_e.',
  );
}

/** k=1 below and a number above; a letter above stands for the last that there is. */
function rangeOf(below: Cursor, above: Cursor | undefined) {
  const [letter, equals, ...rest] = below.tokens;
  if (!isMark(equals, '=')) {
    if (above === undefined) return undefined;
    throw unreadable(
      'This sum does not say where it begins.',
      spanOf(below.tokens),
      'Write \\sum_{k=1}^{2}.',
    );
  }
  const [from, to] = [whole(rest), whole(above?.tokens ?? [])];
  const isOpen = above?.tokens.length === 1 && above.tokens[0]?.kind === 'letter' && from === 1;
  if (letter?.kind !== 'letter' || from === undefined || (to === undefined && !isOpen))
    throw unreadable(
      "The range of this sum can't be read.",
      spanOf(below.tokens),
      'Write \\sum_{k=1}^{2}.',
    );
  return { index: letter.text, ...(to !== undefined && { range: { from, to } }) };
}

/** A whole number of a few digits. */
function whole(tokens: readonly Token[]): number | undefined {
  const isWhole =
    tokens.length > 0 && tokens.length < 5 && tokens.every(({ kind }) => kind === 'digit');
  const value = isWhole ? Number(tokens.map(({ text }) => text).join('')) : undefined;
  return Number.isInteger(value) ? value : undefined;
}

/** Σ_{p: h_1 ⇝ y_k} Π_{e ∈ p} w_e */
function readPaths(cursor: Cursor, start: number, below: Cursor): Formula {
  const path = peek(below)?.text;
  below.at++;
  if (!accept(below, ':')) throw unexpected(below);
  const from = readSymbol(below);
  if (!acceptCommand(below, 'leadsto', 'rightsquigarrow', 'to', 'rightarrow'))
    throw unexpected(below);
  const to = readSymbol(below);
  if (!isDone(below)) throw unexpected(below);
  while (peek(cursor)?.kind === 'gap') cursor.at++;
  if (!acceptCommand(cursor, 'prod') || !accept(cursor, '_')) throw unexpected(cursor);
  const edges = takeArgument(cursor);
  const [edge, within, along] = edges.tokens;
  if (edges.tokens.length !== 3 || within?.text !== 'in' || along?.text !== path)
    throw unexpected(edges);
  const { symbol, span } = readSymbol(cursor);
  const [only, ...others] = symbol.subscript;
  const isEdge = only?.kind === 'index' && only.letter === edge?.text && only.offset === 0;
  if (!isEdge || symbol.letter !== 'w' || others.length > 0 || symbol.superscript.length > 0)
    throw unreadable(
      'Along a path only the product of its weights can be read.',
      span,
      'Write \\prod_{e \\in p} w_e.',
    );
  return { kind: 'sum-over-paths', from, to, span: spanFrom(cursor, start) };
}
