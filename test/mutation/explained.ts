import { derivations } from './explained/derivations.ts';
import { escaping } from './explained/escaping.ts';
import { language } from './explained/language.ts';
import { network } from './explained/network.ts';
import { proofs } from './explained/proofs.ts';
import type { Survivor } from './report.ts';

/** Why some survivors change nothing that anyone could see. */
export interface Explanation {
  readonly reason: string;
  readonly fits: (survivor: Survivor) => boolean;
}

export const explanations: readonly Explanation[] = [
  ...language,
  ...escaping,
  ...derivations,
  ...proofs,
  ...network,
];
