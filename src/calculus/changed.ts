import type { Network } from '../network/network.ts';
import { partsOf } from './arithmetic.ts';
import type { Step } from './derivation.ts';
import type { About, Expression } from './expression.ts';
import { partOf, union } from './part.ts';

/**
 * The part of the network that a line is about: what its rule speaks of, and what the line has that the one before
 * had not. Where it only puts in another order what was there, all that it speaks of.
 */
export function changedPart({ before, after, subjects }: Step, network: Network): About {
  const old = new Set<string>();
  const remember = (expression: Expression): void => {
    old.add(JSON.stringify(expression));
    for (const part of partsOf(expression)) remember(part);
  };
  const fresh = (expression: Expression): readonly Expression[] => {
    if (old.has(JSON.stringify(expression))) return [];
    const parts = partsOf(expression);
    return parts.length === 0 ? [expression] : parts.flatMap(fresh);
  };
  remember(before);
  const changed = union(
    [...subjects, ...fresh(after)].map((expression) => partOf(expression, network)),
  );
  return changed.units.length > 0 ? changed : partOf(after, network);
}
