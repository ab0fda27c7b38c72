import type { Variable } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import type { Span } from '../diagnostic.ts';
import { type Formula, partsOf } from './formula.ts';
import {
  type Indices,
  indexLetters,
  key,
  matching,
  type SymbolName,
  withoutSuperscript,
} from './symbol.ts';
import { unreadable } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A symbol of a formula with index letters whose values are open. */
interface OpenSymbol {
  readonly symbol: SymbolName;
  /** Its index letters, and those of them that no sum inside the formula gives values to. */
  readonly letters: ReadonlySet<string>;
  readonly free: ReadonlySet<string>;
  readonly span: Span;
}

/** What a symbol stands for once its indices have values; with the exponent that its superscript is, if it is no name. */
export function meaning(
  symbol: SymbolName,
  indices: Indices,
  { symbols }: Vocabulary,
): { readonly variable: Variable; readonly exponent?: number } | undefined {
  const named = symbols.get(key(symbol, indices));
  if (named !== undefined) return { variable: named };
  const base = symbols.get(key(withoutSuperscript(symbol), indices));
  const exponent = exponentOf(symbol);
  return base === undefined || exponent === undefined ? undefined : { variable: base, exponent };
}

function exponentOf({ superscript }: SymbolName): number | undefined {
  const text = superscript.map((piece) => (piece.kind === 'text' ? piece.text : '?')).join('');
  return /^-?\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/**
 * The symbols in which index letters are open.
 *
 * @param bound letters that sums around the formula have given values
 */
export function openSymbols(
  formula: Formula,
  vocabulary: Vocabulary,
  bound: Indices = new Map(),
  summed: readonly string[] = [],
): readonly OpenSymbol[] {
  if (formula.kind === 'symbol') {
    const { symbol, letters } = openLetters(formula.symbol, vocabulary, bound);
    const free = new Set([...letters].filter((letter) => !summed.includes(letter)));
    return symbol === undefined ? [] : [{ symbol, letters, free, span: formula.span }];
  }
  const within = 'index' in formula ? [...summed, formula.index] : summed;
  return partsOf(formula).flatMap((part) => openSymbols(part, vocabulary, bound, within));
}

/** The reading of a symbol in which most of its letters are indices: k of w_{ks} where w_{1s} is a weight. */
function openLetters(
  symbol: SymbolName,
  vocabulary: Vocabulary,
  bound: Indices,
): { readonly symbol?: SymbolName; readonly letters: ReadonlySet<string> } {
  if (meaning(symbol, bound, vocabulary) !== undefined) return { letters: new Set<string>() };
  for (const reading of [symbol, withoutSuperscript(symbol)]) {
    const letters = indexLetters(reading).filter((letter) => !bound.has(letter));
    for (const open of subsets(letters)) {
      if (open.length > 0 && matches(reading, new Set(open), bound, vocabulary).length > 0)
        return { symbol: reading, letters: new Set(open) };
    }
  }
  return { letters: new Set<string>() };
}

/** All sets of a few letters, the largest first. */
function subsets(letters: readonly string[]): readonly (readonly string[])[] {
  return letters
    .slice(0, 5)
    .reduce<readonly (readonly string[])[]>(
      (sets, letter) => sets.flatMap((set) => [[...set, letter], set]),
      [[]],
    )
    .toSorted((a, b) => b.length - a.length);
}

function matches(
  symbol: SymbolName,
  letters: ReadonlySet<string>,
  bound: Indices,
  { families }: Vocabulary,
): readonly (readonly [Indices, Variable])[] {
  const match = matching(symbol, letters, bound);
  return (families.get(symbol.letter) ?? []).flatMap(([name, variable]) => {
    const values = match(name);
    return values === undefined ? [] : [[values, variable] as const];
  });
}

/**
 * The values that an index letter takes, from what it counts: the units of a layer, or the weights that are named.
 *
 * @throws {Mistake} where it counts nothing, or two things of different size
 */
export function valuesOf(
  letter: string,
  open: readonly OpenSymbol[],
  bound: Indices,
  vocabulary: Vocabulary,
): readonly number[] {
  const counted = open
    .filter(({ free }) => free.has(letter))
    .map(({ symbol, letters, span }) => {
      const left = new Set([...letters].filter((each) => !bound.has(each)));
      const found = matches(symbol, left, bound, vocabulary);
      const values = [...new Set(found.map(([indices]) => certain(indices.get(letter))))];
      const isOfUnits = found.every(([, { kind }]) => kind !== 'parameter');
      return { symbol, span, isOfUnits, values: values.toSorted((a, b) => a - b) };
    });
  const deciding = counted.filter(({ isOfUnits }) => isOfUnits);
  const [first, ...others] = deciding.length > 0 ? deciding : counted;
  if (first === undefined) return [];
  // An index of layers is open to all of them that the formula can be about.
  const isOfLayers = counted.some(
    ({ symbol }) =>
      !symbol.subscript.some((piece) => counts(piece, letter)) || hasOffset(symbol, letter),
  );
  if (isOfLayers)
    return first.values.filter((value) => counted.every(({ values }) => values.includes(value)));
  const odd =
    others.find(({ values }) => String(values) !== String(first.values)) ??
    counted.find(({ values }) => first.values.some((value) => !values.includes(value)));
  if (odd === undefined) return first.values;
  throw unreadable(
    `The index ${letter} counts to ${odd.values.at(-1)} here and to ${first.values.at(-1)} elsewhere in the same equation.`,
    odd.span,
    'Give each layer an index letter of its own.',
  );
}

type Piece = SymbolName['subscript'][number];
const counts = (piece: Piece, letter: string): boolean =>
  piece.kind === 'symbol'
    ? indexLetters(piece.symbol).includes(letter)
    : piece.kind === 'index' && piece.letter === letter;
const hasOffset = ({ superscript, subscript }: SymbolName, letter: string): boolean =>
  [...superscript, ...subscript].some(
    (piece) => piece.kind === 'index' && piece.letter === letter && piece.offset !== 0,
  );
