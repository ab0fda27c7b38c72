import type { Expression } from '../calculus/expression.ts';
import { certain } from '../certain.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { Mistake } from '../syntax/mistake.ts';
import { type Difference, differs, withoutValue } from './difference.ts';
import type { Formula } from './formula.ts';
import { ground } from './ground.ts';
import type { Indices } from './symbol.ts';
import type { Trial } from './trial.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is found out about a side while it is tried. */
interface Findings {
  /** Where it first differed from the first side, and from the side before it. */
  fromFirst?: Difference;
  fromLast?: Difference;
  /** How often it could be compared. */
  tries: number;
}

/**
 * Compares sides that are said to be equal, at every trial and for all values of their indices: a diagnostic for each
 * that is not equal to the first, and for each that has no meaning or no value.
 */
export function compare(
  sides: readonly Formula[],
  assignments: readonly Indices[],
  vocabulary: Vocabulary,
  trials: readonly Trial[],
): readonly Diagnostic[] {
  const findings = sides.map((): Findings => ({ tries: 0 }));
  const meaningless = new Map<Formula, Diagnostic>();
  for (const indices of assignments) {
    const expressions = sides.map((side) => meaningOf(side, vocabulary, indices, meaningless));
    for (const trial of trials) tryAll(expressions, trial, indices, findings);
  }
  const diagnostics = sides.flatMap((side, place) => {
    const unread = meaningless.get(side);
    if (unread !== undefined) return [unread];
    const { fromFirst, fromLast, tries } = certain(findings[place]);
    if (fromFirst !== undefined)
      return [
        differs(side, fromLast ?? fromFirst, fromLast === undefined, vocabulary.network, trials),
      ];
    const isCompared = place > 0 && meaningless.size === 0;
    return isCompared && tries === 0 ? [withoutValue(side)] : [];
  });
  return diagnostics;
}

/** A side in terms of the network; what has none is noted once. */
function meaningOf(
  side: Formula,
  vocabulary: Vocabulary,
  indices: Indices,
  meaningless: Map<Formula, Diagnostic>,
): Expression | undefined {
  if (meaningless.has(side)) return undefined;
  try {
    return ground(side, vocabulary, indices);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    meaningless.set(side, error.diagnostic);
    return undefined;
  }
}

/** One trial of all sides: each against the first that can be read, and against the last before it. */
function tryAll(
  expressions: readonly (Expression | undefined)[],
  trial: Trial,
  indices: Indices,
  findings: readonly Findings[],
): void {
  let [first, last]: (Expression | undefined)[] = [];
  for (const [place, side] of expressions.entries()) {
    const own = findings[place];
    if (side === undefined || own === undefined) continue;
    if (first !== undefined && last !== undefined) {
      const agrees = trial.agree(first, side);
      if (agrees !== undefined) own.tries++;
      if (agrees === false) own.fromFirst ??= { first, before: first, side, trial, indices };
      if (trial.agree(last, side) === false)
        own.fromLast ??= { first, before: last, side, trial, indices };
    }
    first ??= side;
    last = side;
  }
}
