import { type Derivation, ruleNames, type Step } from './calculus/derivation.ts';
import { certain } from './certain.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LineEnd, LineRange } from './network/request.ts';
import { nearest } from './syntax/nearest.ts';

/**
 * The steps that line ranges pick, all chains of a derivation counted on. A rule that this network gave no occasion
 * for stands for the place where it would have been, so that a range outlives a change of the network.
 */
export function selectLines(
  derivation: Derivation,
  ranges: readonly LineRange[],
): ReadonlySet<Step> | Diagnostic {
  const steps = derivation.chains.flatMap((chain) => chain.steps);
  const picked = new Set<Step>();
  for (const { from, to, span } of ranges) {
    const wrong = [from, to]
      .map((end) => mistake(end, steps.length))
      .find((found) => found !== undefined);
    if (wrong !== undefined) return wrong;
    const [first, last] = [start(steps, from), end(steps, to)];
    if (from !== undefined && to !== undefined && first > last && 'line' in from && 'line' in to) {
      const hint = `Write lines ${last + 1}-${first + 1}.`;
      return { code: 'odd-lines', message: 'These lines run backwards.', hint, span };
    }
    for (const step of steps.slice(first, last + 1)) picked.add(step);
  }
  if (picked.size > 0) return picked;
  const { span } = certain(ranges[0]);
  const hint = `It has ${[...new Set(steps.map((step) => step.rule))].join(', ')}.`;
  return { code: 'no-lines', message: 'This derivation has no such lines.', hint, span };
}

const place = (rule: string): number => (ruleNames as readonly string[]).indexOf(rule);

/** The first step that is not before the range's beginning. */
function start(steps: readonly Step[], from: LineEnd | undefined): number {
  if (from === undefined) return 0;
  if ('line' in from) return from.line - 1;
  const found = steps.findIndex((step) => place(step.rule) >= place(from.rule));
  return found < 0 ? steps.length : found;
}

/** The last step that is not behind the range's end. */
function end(steps: readonly Step[], to: LineEnd | undefined): number {
  if (to === undefined) return steps.length - 1;
  if ('line' in to) return to.line - 1;
  return steps.findLastIndex((step) => place(step.rule) <= place(to.rule));
}

function mistake(end: LineEnd | undefined, lines: number): Diagnostic | undefined {
  if (end === undefined) return undefined;
  if ('rule' in end) {
    if (place(end.rule) >= 0) return undefined;
    const message = `No rule is called “${end.rule}”.`;
    const hint = `The rules are ${ruleNames.join(', ')}.`;
    return {
      code: 'unknown-word',
      message,
      hint,
      expected: nearest(end.rule, ruleNames),
      span: end.span,
    };
  }
  if (Number.isInteger(end.line) && end.line >= 1 && end.line <= lines) return undefined;
  const message = `There is no line ${end.line}: the derivation has ${lines}.`;
  return { code: 'no-lines', message, hint: `Lines go from 1 to ${lines}.`, span: end.span };
}
