import { partsOf } from '../calculus/arithmetic.ts';
import { changedPart } from '../calculus/changed.ts';
import type { Chain, Step } from '../calculus/derivation.ts';
import type { About, Expression } from '../calculus/expression.ts';
import { termsIn, withTerms } from '../calculus/terms.ts';
import type { Network } from '../network/network.ts';
import { tex } from './expression.ts';
import { isRounded } from './number.ts';
import { plain } from './plain.ts';
import { type Reason, reason } from './reasons.ts';

/** One line of an `align*`, `left = right`: the left side stands on the first line of each chain only. */
export interface Row {
  readonly left: string;
  /** What stands between the two: `=`, `\\approx` where numbers were rounded, `\\leftarrow` of an update. */
  readonly relation: string;
  readonly right: string;
  readonly rule: string;
  readonly reason: Reason;
  /** The terms that are linked to figures. */
  readonly terms: readonly Term[];
  /** The part of the network that the line is about, where it is asked for. */
  readonly about?: About;
}

/** A term in plain text, and the numbers of the figure's parts that it is linked to. */
export interface Term {
  readonly text: string;
  readonly links: readonly number[];
}

export interface Printing {
  /** Picks the steps that are printed. */
  readonly shown?: (step: Step) => boolean;
  /** The number with which the network's links begin on its page; absent: nothing is linked. */
  readonly firstLink?: number | undefined;
  /** Whether each line says what it is about. */
  readonly about?: boolean;
}

/** A chain's rows. */
export function rows(
  chain: Chain,
  network: Network,
  { shown = () => true, firstLink, about = false }: Printing = {},
): readonly Row[] {
  const linked = (expression: Chain['left']): Chain['left'] =>
    firstLink === undefined ? expression : withTerms(expression, network, chain.left, firstLink);
  return chain.steps.filter(shown).map((step, place) => {
    const right = linked(step.after);
    return {
      left: place === 0 ? tex(linked(chain.left), network) : '',
      relation: relation(chain, step, place),
      right: tex(right, network),
      rule: step.rule,
      reason: reason(chain, step, network),
      terms: termsIn(right).map(({ body, links }) => ({ text: plain(tex(body, network)), links })),
      ...(about && { about: changedPart(step, network) }),
    };
  });
}

/** A chain in one row, `left = a ≈ 0.5`; for tables. */
export function oneRow(chain: Chain, network: Network, printing: Printing = {}): readonly Row[] {
  const [first, ...others] = rows(chain, network, printing);
  if (first === undefined) return [];
  const more = others.map((row) => ` ${row.relation} ${row.right}`).join('');
  return [
    { ...first, right: first.right + more, terms: [first, ...others].flatMap((row) => row.terms) },
  ];
}

function relation({ left }: Chain, { after }: Step, place: number): string {
  if (place === 0 && left.kind === 'after-step' && left.of.kind === 'parameter')
    return '\\leftarrow';
  return hasRounded(after) ? '\\approx' : '=';
}

/** Whether a number in an expression was rounded for reading. */
function hasRounded(expression: Expression): boolean {
  return expression.kind === 'value'
    ? isRounded(expression.value)
    : partsOf(expression).some(hasRounded);
}
