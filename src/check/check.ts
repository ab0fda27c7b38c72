import type { Diagnostic } from '../diagnostic.ts';
import type { Network } from '../network/network.ts';
import { Mistake } from '../syntax/mistake.ts';
import { assignments, refuseLonely } from './assignments.ts';
import { type ChainTokens, chainsOf } from './chains.ts';
import { compare } from './compare.ts';
import type { Formula } from './formula.ts';
import { read } from './read.ts';
import { tokenize } from './token.ts';
import { type Trial, trialsOf } from './trial.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A network that formulas are checked against: made once, asked often. */
export interface Checker {
  readonly vocabulary: Vocabulary;
  /** Made when they are first asked for. */
  readonly trials: () => readonly Trial[];
}

/** Prepares a network for checks. */
export function checkerOf(network: Network): Checker {
  let made: readonly Trial[] | undefined;
  const trials = (): readonly Trial[] => {
    made ??= trialsOf(network);
    return made;
  };
  return { vocabulary: vocabularyOf(network), trials };
}

/**
 * What is wrong with a formula of the author: each side of it that is not equal to the rest, and what can't be read,
 * since what can't be read can't be true. Nothing where all of it is true.
 *
 * @param tex the formula in LaTeX, without dollars; the spans of the diagnostics are places in it
 */
export function check(tex: string, checker: Checker): readonly Diagnostic[] {
  return caught(() => {
    const chains = chainsOf(tokenize(tex));
    if (chains.length > 0) return chains.flatMap((chain) => checkChain(chain, checker));
    const span = { start: 0, end: tex.length };
    return [
      {
        code: 'no-equation',
        message: 'There is nothing to check here.',
        hint: 'Write an equation.',
        span,
      },
    ];
  });
}

/** One chain: its sides read, then compared with each other for all values of its free indices. */
function checkChain(chain: ChainTokens, { vocabulary, trials }: Checker): readonly Diagnostic[] {
  const sides: Formula[] = [];
  const unread = chain.flatMap((side) =>
    caught(() => {
      sides.push(read(side, vocabulary));
      return [];
    }),
  );
  const compared = caught(() => {
    refuseLonely(sides, vocabulary);
    return compare(sides, assignments(sides, vocabulary), vocabulary, trials());
  });
  return [...unread, ...compared];
}

/** The mistakes that a stage gives, or the one that it threw. */
function caught(stage: () => readonly Diagnostic[]): readonly Diagnostic[] {
  try {
    return stage();
  } catch (error) {
    if (error instanceof Mistake) return [error.diagnostic];
    throw error;
  }
}
