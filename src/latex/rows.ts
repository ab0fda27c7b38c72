import type { Chain, Step } from '../calculus/derivation.ts';
import { termsIn, withTerms } from '../calculus/terms.ts';
import type { Network } from '../network/network.ts';
import { tex } from './expression.ts';
import { plain } from './plain.ts';
import { reason } from './reasons.ts';

/** One line of an `align*`, `left = right`: the left side stands on the first line of each chain only. */
export interface Row {
  readonly left: string;
  readonly right: string;
  readonly rule: string;
  /** Why the line follows, in words with `$…$` in them. */
  readonly reason: string;
  /** The terms that are linked to figures. */
  readonly terms: readonly Term[];
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
}

/** A chain's rows. */
export function rows(
  chain: Chain,
  network: Network,
  { shown = () => true, firstLink }: Printing = {},
): readonly Row[] {
  const linked = (expression: Chain['left']): Chain['left'] =>
    firstLink === undefined ? expression : withTerms(expression, network, chain.left, firstLink);
  return chain.steps.filter(shown).map((step, place) => {
    const [left, right] = [linked(chain.left), linked(step.after)];
    return {
      left: place === 0 ? tex(left, network) : '',
      right: tex(right, network),
      rule: step.rule,
      reason: reason(step, network),
      terms: termsIn(right).map(({ body, links }) => ({ text: plain(tex(body, network)), links })),
    };
  });
}
