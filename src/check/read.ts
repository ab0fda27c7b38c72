import { isMark, type SideTokens, spanOf } from './chains.ts';
import {
  accept,
  acceptCommand,
  type Cursor,
  type Grammar,
  inside,
  isCommand,
  isDone,
  missing,
  peek,
  spanFrom,
  takeArgument,
  unexpected,
  type Words,
} from './cursor.ts';
import { readDerivative, readFraction } from './derivative.ts';
import { readIverson, readNumber } from './digits.ts';
import type { Formula } from './formula.ts';
import { readSymbol } from './scripts.ts';
import { readSum } from './sums.ts';
import { type Token, unreadable } from './token.ts';

/** A side of an equation as a formula. */
export function read({ tokens, span }: SideTokens, words: Words): Formula {
  const end = { start: Math.max(span.start, span.end - 1), end: span.end };
  return readAll({ tokens, end, words, grammar, depth: 0, at: 0 });
}

/** Every symbol of a formula that may be unreadable as a whole. */
export function symbolsOf(tokens: readonly Token[], words: Words) {
  const end = spanOf(tokens.slice(-1));
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'letter') return [];
    return [readSymbol({ tokens, end, words, grammar, depth: 0, at })];
  });
}

/** All that a cursor has. */
function readAll(cursor: Cursor): Formula {
  const formula = readExpression(cursor);
  if (!isDone(cursor)) throw unexpected(cursor);
  return formula;
}

const grammar: Grammar = { all: readAll, product: readProduct };

/** Terms with their signs. */
function readExpression(cursor: Cursor): Formula {
  const start = cursor.at;
  const terms: Formula[] = [];
  do {
    const sign = cursor.at;
    const isNegative = isMark(peek(cursor), '-');
    accept(cursor, '+', '-');
    const body = readProduct(cursor);
    terms.push(isNegative ? { kind: 'negative', body, span: spanFrom(cursor, sign) } : body);
  } while (isMark(peek(cursor), '+', '-'));
  return one(terms) ?? { kind: 'sum', terms, span: spanFrom(cursor, start) };
}

/** Factors side by side; Σ and ∂/∂w take all that is left of them. */
function readProduct(cursor: Cursor): Formula {
  const start = cursor.at;
  const factors: Formula[] = [];
  for (;;) {
    const isAfterSign = factors.length > 0 && acceptCommand(cursor, 'cdot', 'times');
    while (peek(cursor)?.kind === 'gap') cursor.at++;
    if (!beginsFactor(cursor)) {
      if (factors.length === 0 || isAfterSign) throw unexpected(cursor);
      break;
    }
    factors.push(readQuotient(cursor));
  }
  return one(factors) ?? { kind: 'product', factors, span: spanFrom(cursor, start) };
}

const one = (parts: readonly Formula[]): Formula | undefined =>
  parts.length === 1 ? parts[0] : undefined;

function beginsFactor(cursor: Cursor): boolean {
  const token = peek(cursor);
  return !(
    token === undefined ||
    isMark(token, '+', '-', ')', ']', '\\}', '}', '/', ',', ';', '.', '=', '|') ||
    isCommand(token, 'cdot', 'times')
  );
}

/** a, or a/b: what b is must not be in doubt. */
function readQuotient(cursor: Cursor): Formula {
  const start = cursor.at;
  const numerator = readFactor(cursor);
  const slash = peek(cursor);
  if (slash === undefined || !accept(cursor, '/')) return numerator;
  const denominator = readFactor(cursor);
  const isPlain = numerator.kind === 'number' && denominator.kind === 'number';
  if ((beginsFactor(cursor) && !isPlain) || isMark(peek(cursor), '/'))
    throw unreadable('What this / divides by is not plain.', slash.span, 'Write \\frac{…}{…}.');
  return { kind: 'quotient', numerator, denominator, span: spanFrom(cursor, start) };
}

/** Something with its exponent. */
function readFactor(cursor: Cursor): Formula {
  const start = cursor.at;
  const base = readAtom(cursor);
  if (!isMark(peek(cursor), '^', '_', "'")) return base;
  // A symbol has taken its scripts already, unless it stands in brackets.
  if (!accept(cursor, '^')) throw unexpected(cursor);
  const exponent = readAll(takeArgument(cursor));
  return { kind: 'power', base, exponent, span: spanFrom(cursor, start) };
}

function readAtom(cursor: Cursor): Formula {
  const token = peek(cursor);
  if (token === undefined) throw missing(cursor);
  switch (token.kind) {
    case 'digit':
      return readNumber(cursor);
    case 'letter':
      return readLetter(cursor, token.text);
    case 'operator':
      return token.text === 'd' ? readDerivative(cursor) : readCall(cursor, token.text);
    case 'command':
      return readCommand(cursor, token.text);
    case 'mark':
      return readBrackets(cursor, token);
    default:
      throw unexpected(cursor);
  }
}

function readLetter(cursor: Cursor, letter: string): Formula {
  const start = cursor.at;
  const next = peek(cursor, 1);
  const { words } = cursor;
  if (words.isFunction(letter) && isMark(next, '(', '[', '\\{', "'"))
    return readCall(cursor, letter);
  if (letter === 'Delta' && next?.kind === 'letter') {
    cursor.at++;
    const by = readSymbol(cursor);
    return { kind: 'gradient', by, span: spanFrom(cursor, start) };
  }
  if (letter === 'd' && words.hasDifferentials && next?.kind === 'letter' && !words.isQuantity('d'))
    return readDerivative(cursor);
  if (letter === 'e' && isMark(next, '^') && !words.isQuantity('e')) {
    cursor.at += 2;
    const argument = readAll(takeArgument(cursor));
    return { kind: 'call', name: 'exp', primes: 0, argument, span: spanFrom(cursor, start) };
  }
  return readSymbol(cursor);
}

function readCommand(cursor: Cursor, name: string): Formula {
  if (acceptCommand(cursor, 'frac')) return readFraction(cursor);
  if (name === 'partial') return readDerivative(cursor);
  if (name === 'sum' || name === 'prod') return readSum(cursor);
  if (cursor.words.isFunction(name) || functions.has(name)) return readCall(cursor, name);
  throw unexpected(cursor);
}

/** Functions that are the same in every network. */
const functions: ReadonlySet<string> = new Set(['ln', 'log', 'exp']);

/** φ(z), φ′(z), ln y: the argument in brackets, or the one symbol that stands behind. */
function readCall(cursor: Cursor, name: string): Formula {
  const start = cursor.at++;
  let primes = 0;
  while (accept(cursor, "'")) primes++;
  const open = peek(cursor);
  const isBracketed = open !== undefined && isMark(open, '(', '[', '\\{');
  if (!isBracketed && !functions.has(name)) throw unexpected(cursor);
  const argument = isBracketed ? readBrackets(cursor, open) : readFactor(cursor);
  if (functions.has(name) && (isBracketed ? isMark(peek(cursor), '^') : beginsFactor(cursor)))
    throw unreadable(
      `What \\${name} is taken of is not plain.`,
      spanFrom(cursor, start),
      `Put it into brackets: \\${name}(…).`,
    );
  return { kind: 'call', name, primes, argument, span: spanFrom(cursor, start) };
}

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['\\{', '\\}'],
  ['{', '}'],
]);

/** What brackets of any kind hold; or ∂h/∂x along one edge, which a bar with a word marks. */
function readBrackets(cursor: Cursor, open: Token): Formula {
  const start = cursor.at;
  if (accept(cursor, '\\left.')) return readDirect(cursor, start);
  const close = closing.get(open.text);
  if (close === undefined) throw unexpected(cursor);
  const equal = readIverson(cursor);
  if (equal !== undefined) return equal;
  cursor.at++;
  const within = inside(cursor, cursor.tokens, open.span);
  within.at = cursor.at;
  const body = readExpression(within);
  cursor.at = within.at;
  if (!accept(cursor, close)) {
    if (isDone(cursor))
      throw unreadable(`This ${open.text} is never closed.`, open.span, `Close it with ${close}.`);
    throw unexpected(cursor);
  }
  return { ...body, ...(body.kind !== 'symbol' && { span: spanFrom(cursor, start) }) };
}

function readDirect(cursor: Cursor, start: number): Formula {
  const derivative = acceptCommand(cursor, 'frac') ? readFraction(cursor) : undefined;
  const isMarked = accept(cursor, '|') && accept(cursor, '_');
  const word = isMarked ? takeArgument(cursor).tokens[0] : undefined;
  if (derivative?.kind !== 'derivative' || word?.text !== 'direct')
    throw unreadable(
      'Behind \\left. only the derivative along one edge can be read, with a bar and a word behind it.',
      spanFrom(cursor, start),
      'Write \\left.\\frac{\\partial y_1}{\\partial x_1}\\right|_{\\text{direct}}.',
    );
  return { ...derivative, direct: true, span: spanFrom(cursor, start) };
}
