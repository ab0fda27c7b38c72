import type { Span } from '../diagnostic.ts';
import { type Token, unreadable } from './token.ts';

/** What stands between two equals signs, perhaps over several lines. */
export interface SideTokens {
  readonly tokens: readonly Token[];
  readonly span: Span;
}

/** a = b = c: sides that are all said to be equal. */
export type ChainTokens = readonly SideTokens[];

const environments =
  /^(?:equation|align|alignat|aligned|alignedat|gather|gathered|split|multline|eqnarray)\*?$/;
/** Every second & of these begins another column of equations. */
const inColumns = /^(?:align|alignat|aligned|alignedat)\*?$/;

/** The chains of equations of a displayed formula: rows that begin with = go on with the chain above them. */
export function chainsOf(tokens: readonly Token[]): readonly ChainTokens[] {
  const { inside, columns } = unwrapped(tokens);
  const chains: Token[][][] = [];
  // One chain is open in each column.
  const open = new Map<number, Token[][]>();
  for (const row of split(inside, (token) => token.kind === 'row')) {
    const cells = split(row, (token) => isMark(token, '&'));
    const width = columns ? 2 : Math.max(1, cells.length);
    for (let column = 0; column * width < cells.length; column++) {
      const cell = cells.slice(column * width, (column + 1) * width).flat();
      for (const part of equations(worded(cell))) add(part, column);
    }
  }
  return chains.map((chain) => {
    const [only] = chain;
    if (only !== undefined && chain.length === 1) throw noEquation(only);
    return chain.map((side) => ({ tokens: side, span: spanOf(side) }));
  });

  function add(part: readonly Token[], column: number): void {
    // The colon of := says that the equation is a definition: it must be true no less.
    const sides = split(part, isEquals).map((side) =>
      isMark(side.at(-1), ':') ? side.slice(0, -1) : side,
    );
    const [first = [], ...more] = sides;
    let chain = open.get(column) ?? [];
    const last = chain.at(-1);
    if (last !== undefined && goesOn(first)) last.push(...first);
    else if (first.length > 0) {
      chain = [[...first]];
      open.set(column, chain);
      chains.push(chain);
    } else if (last === undefined)
      throw unreadable(
        'Nothing stands before this =.',
        spanOf(part),
        'Begin with what the rest is equal to.',
      );
    for (const side of more) {
      if (side.length === 0)
        throw unreadable(
          'Nothing stands behind an = here.',
          spanOf(part),
          'Write what it is equal to.',
        );
      chain.push([...side]);
    }
  }
}

/** The inside of the environments that the whole formula is in. */
function unwrapped(tokens: readonly Token[]): { inside: readonly Token[]; columns: boolean } {
  let [inside, columns] = [tokens, false];
  for (;;) {
    const [first, last] = [inside[0], inside.at(-1)];
    if (first?.kind !== 'begin' || last?.kind !== 'end' || first.text !== last.text) break;
    if (!environments.test(first.text)) break;
    columns = inColumns.test(first.text);
    inside = inside.slice(1, -1);
  }
  const odd = inside.find((token) => token.kind === 'begin' || token.kind === 'end');
  if (odd !== undefined)
    throw unreadable(`An environment “${odd.text}” can't be read inside a formula.`, odd.span);
  return { inside, columns };
}

/** Without the words before and behind the mathematics: reasons, “and”, “where”. */
function worded(cell: readonly Token[]): readonly Token[] {
  const isWords = (token: Token): boolean => token.kind === 'text' || token.kind === 'gap';
  const start = cell.findIndex((token) => !isWords(token));
  const end = cell.findLastIndex((token) => !isWords(token));
  return start < 0 ? [] : cell.slice(start, end + 1);
}

/** Equations that stand side by side, apart by commas or wide spaces; without the punctuation at their ends. */
function equations(cell: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [];
  const pieces = split(cell, (token) => token.kind === 'gap' || isMark(token, ',', ';', '.'));
  for (const piece of pieces) {
    const last = parts.at(-1);
    const [left, right] = split(piece, isRelation);
    const begins = right !== undefined && left?.length !== 0;
    if (last === undefined || (begins && hasRelation(last))) parts.push([...piece]);
    else last.push(...piece);
  }
  return parts.map(worded).filter((part) => part.length > 0);
}

/** Whether a row goes on with the side above: a long sum that is broken before its sign. */
const goesOn = ([first]: readonly Token[]): boolean =>
  first !== undefined &&
  (isMark(first, '+', '-') || (first.kind === 'command' && /^(?:cdot|times)$/.test(first.text)));

const relations =
  /^(?:approx|neq?|leq?|geq?|ll|gg|sim|simeq|cong|propto|to|gets|leftarrow|rightarrow|mapsto|implies|iff|Rightarrow|Leftrightarrow|Longrightarrow|in)$/;

const isEquals = (token: Token): boolean =>
  isMark(token, '=') ||
  (token.kind === 'command' && /^(?:equiv|coloneqq|triangleq)$/.test(token.text));

/** = or another relation, of which only = can be checked. */
function isRelation(token: Token): boolean {
  if (isMark(token, '<', '>') || (token.kind === 'command' && relations.test(token.text)))
    throw unreadable(
      `Only = can be checked, and this is ${token.kind === 'mark' ? token.text : `\\${token.text}`}.`,
      token.span,
      'Write an equation, or leave out “check”.',
    );
  return isEquals(token);
}

const hasRelation = (tokens: readonly Token[]): boolean => split(tokens, isRelation).length > 1;

/** Pieces between the tokens that part them, brackets of all kinds kept whole. */
function split(
  tokens: readonly Token[],
  parts: (token: Token) => boolean,
): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, '{', '(', '[', '\\{')) depth++;
    if (isMark(token, '}', ')', ']', '\\}')) depth--;
    if (depth <= 0 && parts(token)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

export const isMark = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'mark' && texts.includes(token.text);

export const spanOf = (tokens: readonly Token[]): Span => ({
  start: tokens[0]?.span.start ?? 0,
  end: tokens.at(-1)?.span.end ?? 0,
});

const noEquation = (tokens: readonly Token[]): Error =>
  unreadable(
    'There is no = here, so there is nothing to check.',
    spanOf(tokens),
    'Write an equation, or leave out “check”.',
  );
