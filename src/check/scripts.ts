import { certain } from '../certain.ts';
import { isMark } from './chains.ts';
import { accept, type Cursor, isDone, peek, spanFrom, takeArgument, unexpected } from './cursor.ts';
import type { SymbolFormula } from './formula.ts';
import type { Piece, SymbolName } from './symbol.ts';
import { unreadable } from './token.ts';

/** A letter with its scripts, as one symbol: whether its superscript is a power depends on the network. */
export function readSymbol(cursor: Cursor): SymbolFormula {
  const start = cursor.at;
  const symbol = takeSymbol(cursor);
  const span = spanFrom(cursor, start);
  return { kind: 'symbol', symbol, span };
}

function takeSymbol(cursor: Cursor): SymbolName {
  const token = peek(cursor);
  if (token?.kind !== 'letter') throw unexpected(cursor);
  cursor.at++;
  let superscript: readonly Piece[] = [];
  let subscript: readonly Piece[] = [];
  for (;;) {
    const at = cursor.at;
    const isBelow = isMark(peek(cursor), '_');
    if (accept(cursor, "'")) superscript = [...superscript, { kind: 'text', text: "'" }];
    else if (accept(cursor, '^', '_')) {
      if ((isBelow ? subscript : superscript).length > 0)
        throw unreadable(
          `${token.text} has two ${isBelow ? 'subscripts' : 'superscripts'}.`,
          spanFrom(cursor, at),
          'Put brackets around what is raised to a power.',
        );
      const pieces = takePieces(takeArgument(cursor));
      if (isBelow) subscript = pieces;
      else superscript = pieces;
    } else return { letter: token.text, superscript, subscript };
  }
}

/** The pieces of a script; digits count one by one unless commas part them. */
function takePieces(cursor: Cursor): readonly Piece[] {
  const pieces: Piece[] = [];
  const hasCommas = cursor.tokens.some((token) => isMark(token, ','));
  let isApart = true;
  while (!isDone(cursor)) {
    if (accept(cursor, ',')) {
      isApart = true;
      continue;
    }
    const piece = takePiece(cursor);
    const last = pieces.at(-1);
    const joins = hasCommas && !isApart && isDigits(piece) && isDigits(last);
    if (joins && piece.kind === 'text' && last?.kind === 'text')
      pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
    else pieces.push(piece);
    isApart = false;
  }
  return pieces;
}

const isDigits = (piece: Piece | undefined): boolean =>
  piece?.kind === 'text' && /^\d+$/.test(piece.text);

function takePiece(cursor: Cursor): Piece {
  const token = certain(peek(cursor));
  if (token.kind === 'letter') {
    if (isMark(peek(cursor, 1), '_', '^')) return { kind: 'symbol', symbol: takeSymbol(cursor) };
    cursor.at++;
    return token.text.length === 1
      ? { kind: 'index', letter: token.text, offset: takeOffset(cursor) }
      : { kind: 'text', text: `\\${token.text}` };
  }
  if (token.kind === 'command' || token.kind === 'row' || token.kind === 'gap')
    throw unexpected(cursor);
  cursor.at++;
  return { kind: 'text', text: token.text };
}

/** + 1 or − 1 behind a letter. */
function takeOffset(cursor: Cursor): number {
  const [sign, digit] = [peek(cursor), peek(cursor, 1)];
  if (!isMark(sign, '+', '-') || digit?.kind !== 'digit') return 0;
  cursor.at += 2;
  return Number(digit.text) * (sign?.text === '-' ? -1 : 1);
}
