import { certain } from '../certain.ts';
/**
 * The candidates that a mistyped word was most likely meant to be, best first: those within a third of its
 * length by the optimal string alignment distance (Damerau 1964: insert, delete, change, swap), whatever the case;
 * of those equally far the first ones.
 */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const reach = Math.max(1, Math.floor(word.length / 3));
  return [...new Set(candidates)]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= reach)
    .map((candidate) => ({
      candidate,
      distance: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter((entry) => entry.distance <= reach)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((entry) => entry.candidate);
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        certain(last[column]) + 1,
        certain(current[column - 1]) + 1,
        certain(last[column - 1]) + change,
        swapped ? certain(beforeLast[column - 2]) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return certain(last[b.length]);
}
