import { certain } from '../certain.ts';
import type { Formula } from './formula.ts';
import { openSymbols, valuesOf } from './indices.ts';
import { type Indices, indexLetters, withoutSubscript } from './symbol.ts';
import { unreadable } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Of an index with more values than this, so many are tried, the first and the last among them. */
const mostValues = 8;

/**
 * All values of the index letters that the sides of an equation leave free: it must be true for each of them. Of long
 * layers some units are taken, spread over them.
 */
export function assignments(sides: readonly Formula[], vocabulary: Vocabulary): readonly Indices[] {
  const open = sides.flatMap((side) => openSymbols(side, vocabulary));
  // Layers first: how many units there are may depend on them.
  const letters = new Set([
    ...open.flatMap(({ symbol, free }) =>
      indexLetters(withoutSubscript(symbol)).filter((letter) => free.has(letter)),
    ),
    ...open.flatMap(({ free }) => [...free]),
  ]);
  return [...letters].reduce<readonly Indices[]>(
    (sofar, letter) =>
      sofar.flatMap((bound) => {
        const values = valuesOf(letter, open, bound, vocabulary);
        return spread(values).map((value) => new Map([...bound, [letter, value]]));
      }),
    [new Map()],
  );
}

function spread(values: readonly number[]): readonly number[] {
  if (values.length <= mostValues) return values;
  const step = (values.length - 1) / (mostValues - 1);
  return Array.from({ length: mostValues }, (_, place) =>
    certain(values[Math.round(place * step)]),
  );
}

/**
 * Refuses an index that one side has alone and that can have one value only: nothing would show whether the equation is
 * true for others, or whether the other side lacks the index.
 *
 * @throws {Mistake}
 */
export function refuseLonely(sides: readonly Formula[], vocabulary: Vocabulary): void {
  const open = sides.map((side) => openSymbols(side, vocabulary));
  for (const [place, own] of open.entries()) {
    for (const { free, span } of own) {
      for (const letter of free) {
        const others = [open[place - 1], open[place + 1]].filter((other) => other !== undefined);
        const isAlone = others.some((other) => !other.some((each) => each.free.has(letter)));
        const values = isAlone ? valuesOf(letter, open.flat(), new Map(), vocabulary) : [];
        if (values.length === 1)
          throw unreadable(
            `The index ${letter} stands on one side of the = alone, and here it can only be ${values[0]}: nothing shows what is true for others.`,
            span,
            `Give the other side the index ${letter} too, or write ${values[0]} in its place.`,
          );
      }
    }
  }
}
