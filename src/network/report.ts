import type { Diagnostic } from '../diagnostic.ts';

/** Where the stages of `resolve` put the author's mistakes, so that all of a block come at once. */
export type Report = (diagnostic: Diagnostic) => void;

/** “x, h and y” */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? 'nothing')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
