import { alike } from './build.ts';
import type { Chain, Condition, RuleName, Step } from './derivation.ts';
import type { Expression } from './expression.ts';

/** A line to come: what the rule makes of the line before, and what its reason speaks of. */
export interface Line {
  readonly rule: RuleName;
  readonly after: Expression;
  readonly subjects?: readonly Expression[];
  readonly condition?: Condition;
}

/** Lines into steps, each beginning where the last one ended. A rule that changes nothing makes no line. */
export function chain(left: Expression, lines: readonly Line[]): Chain {
  const steps: Step[] = [];
  for (const line of lines) {
    const { rule, after, subjects = [], condition } = line;
    const before = steps.at(-1)?.after ?? left;
    if (!alike(before, after))
      steps.push({ rule, before, after, subjects, ...(condition && { condition }) });
  }
  return { left, steps };
}
