import type { Explanation } from '../explained.ts';

/** Of the language. */
export const language: readonly Explanation[] = [
  {
    reason: 'what only spares a pattern that finds no scripts',
    fits: ({ file, original }) =>
      file.endsWith('syntax/name.ts') && original.startsWith("text[behind] !== '^'"),
  },
  {
    reason: 'a row of distances before the first one, which nothing reads',
    fits: ({ file, original }) => file.endsWith('nearest.ts') && original === '[]',
  },
  {
    reason: 'words of other lengths left out before their distance would leave them out',
    fits: ({ file, original }) =>
      file.endsWith('nearest.ts') && /Math\.abs|filter\(\(candidate\)/.test(original),
  },
];
