import { Mistake } from '../syntax/mistake.ts';
import { openSymbols } from './indices.ts';
import { symbolsOf } from './read.ts';
import { key } from './symbol.ts';
import { tokenize } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether a formula names a quantity of a network, its loss apart: E alone may be anybody's. */
export function speaksOf(tex: string, vocabulary: Vocabulary): boolean {
  try {
    return symbolsOf(tokenize(tex), vocabulary).some((formula) => {
      const named = vocabulary.symbols.get(key(formula.symbol, new Map()));
      return named === undefined
        ? openSymbols(formula, vocabulary).length > 0
        : named.kind !== 'loss';
    });
  } catch (error) {
    // A formula that can't even be parted into its tokens may speak of anything: the check says so.
    if (error instanceof Mistake) return true;
    throw error;
  }
}
