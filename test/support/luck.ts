export type Random = () => number;

/** A whole number from 0 to below a size. */
export const below = (random: Random, size: number): number => Math.floor(random() * size);

export const chance = (random: Random, share: number): boolean => random() < share;

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[below(random, from.length)] as T;

/** What stands between bars, one of it. */
export const either = (random: Random, words: string): string => pick(random, words.split(' | '));
