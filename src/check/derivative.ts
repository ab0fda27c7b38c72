import { isMark, spanOf } from './chains.ts';
import { type Cursor, isCommand, peek, spanFrom, takeArgument, unexpected } from './cursor.ts';
import type { Formula, SymbolFormula } from './formula.ts';
import { readSymbol } from './scripts.ts';
import { type Token, unreadable } from './token.ts';

/** What stands behind \frac: a derivative where both its parts begin with one sign of a derivative, else a quotient. */
export function readFraction(cursor: Cursor): Formula {
  const start = cursor.at - 1;
  const above = takeArgument(cursor);
  const below = takeArgument(cursor);
  const [sign, other] = [differential(above), differential(below)];
  if (sign !== undefined && sign === other && below.tokens.length > 1) {
    above.at++;
    below.at++;
    return differentiated(cursor, start, above, below);
  }
  for (const part of [above, below]) {
    const [first] = part.tokens;
    if (isCommand(first, 'partial') && isMark(part.tokens[1], '^'))
      throw unreadable("Second derivatives can't be checked.", spanOf(part.tokens));
  }
  const [numerator, denominator] = [cursor.grammar.all(above), cursor.grammar.all(below)];
  return { kind: 'quotient', numerator, denominator, span: spanFrom(cursor, start) };
}

/**
 * ∂, d or δ if one stands there without scripts. A δ with a subscript is an error term, and d may be a quantity of
 * the network.
 */
function differential({ tokens: [first, second], words }: Cursor): string | undefined {
  if (first === undefined || isMark(second, '_', '^', "'")) return undefined;
  if (isCommand(first, 'partial')) return 'partial';
  if (first.kind === 'operator' && first.text === 'd') return 'd';
  if (first.kind !== 'letter') return undefined;
  if (first.text === 'd') return words.isQuantity('d') ? undefined : 'd';
  return first.text === 'delta' ? 'delta' : undefined;
}

/** ∂y/∂w; ∂/∂w before what follows it; or ∂(…)/∂w. */
function differentiated(cursor: Cursor, start: number, above: Cursor, below: Cursor): Formula {
  const by = variable(below);
  if (above.at >= above.tokens.length) {
    const body = cursor.grammar.product(cursor);
    return { kind: 'differentiate', by, body, span: spanFrom(cursor, start) };
  }
  const isBracketed = isMark(peek(above), '(', '[', '\\{', '{');
  const of = cursor.grammar.all(above);
  const span = spanFrom(cursor, start);
  if (of.kind === 'symbol') return { kind: 'derivative', of, by, span };
  if (!isBracketed)
    throw unreadable(
      'What is differentiated here is not plain.',
      of.span,
      'Put it into brackets behind \\frac{\\partial}{\\partial …}.',
    );
  return { kind: 'differentiate', by, body: of, span };
}

/** One symbol and nothing else: what a derivative is taken by. */
function variable(cursor: Cursor): SymbolFormula {
  const by = cursor.grammar.all(cursor);
  if (by.kind === 'symbol') return by;
  throw unreadable(
    'A derivative is taken by one weight, bias or unit.',
    by.span,
    'Write \\frac{\\partial y_1}{\\partial w_1}.',
  );
}

/** ∂y/∂w with a slash; or dw alone, where the notation has it. */
export function readDerivative(cursor: Cursor): Formula {
  const start = cursor.at;
  const sign = peek(cursor);
  const isSame = (token: Token | undefined): boolean =>
    token?.kind === sign?.kind && token?.text === sign?.text;
  cursor.at++;
  if (peek(cursor)?.kind !== 'letter') throw unexpected(cursor);
  const of = readSymbol(cursor);
  if (!isMark(peek(cursor), '/') || !isSame(peek(cursor, 1))) {
    const span = spanFrom(cursor, start);
    if (cursor.words.hasDifferentials && sign?.text === 'd')
      return { kind: 'differential', by: of, span };
    cursor.at = start;
    throw unexpected(cursor);
  }
  cursor.at++;
  cursor.at++;
  const by = readSymbol(cursor);
  return { kind: 'derivative', of, by, span: spanFrom(cursor, start) };
}
