import type { Survivor } from './report.ts';

/** Why some survivors change nothing that anyone could see. */
export const explanations: readonly {
  readonly reason: string;
  readonly fits: (survivor: Survivor) => boolean;
}[] = [];
