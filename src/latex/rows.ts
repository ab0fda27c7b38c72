import type { Chain, Step } from '../calculus/derivation.ts';
import type { Network } from '../network/network.ts';
import { tex } from './expression.ts';
import { reason } from './reasons.ts';

/** One line of an `align*`, `left = right`: the left side stands on the first line of each chain only. */
export interface Row {
  readonly left: string;
  readonly right: string;
  readonly rule: string;
  /** Why the line follows, in words with `$…$` in them. */
  readonly reason: string;
}

/** A chain's rows; `shown` picks the steps that are printed. */
export function rows(
  chain: Chain,
  network: Network,
  shown: (step: Step) => boolean = () => true,
): readonly Row[] {
  return chain.steps.filter(shown).map((step, place) => ({
    left: place === 0 ? tex(chain.left, network) : '',
    right: tex(step.after, network),
    rule: step.rule,
    reason: reason(step, network),
  }));
}
