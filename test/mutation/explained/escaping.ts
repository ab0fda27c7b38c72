import type { Explanation } from '../explained.ts';

/** Of what escapes. */
export const escaping: readonly Explanation[] = [
  {
    reason: 'one more look at a formula in which nothing is left to be read',
    fits: ({ file, line, original }) =>
      file.endsWith('latex/plain.ts') &&
      (original.startsWith('before !== text') ||
        original === '/[_^\\\\]/' ||
        (original === "''" && line.startsWith('28:'))),
  },
  {
    reason:
      'what only spares work: escaping path data, reading attributes twice, commands that stand before, names made anew',
    fits: ({ file, original, replacement }) =>
      (file.endsWith('svg/markup.ts') && /^(?:key === )?'d'$/.test(original)) ||
      (file.endsWith('svg/parse.ts') && ['known.set(written, tag);', "'&'"].includes(original)) ||
      (file.endsWith('markdown/hast.ts') &&
        /^\[?'(?:data-edge|data-unit|aria-hidden)'/.test(original)) ||
      (file.endsWith('page/formula.ts') &&
        original === 'takesTag(open)' &&
        replacement === 'false'),
  },
  {
    reason:
      'a place within markup, which is never 0 where it is asked; text behind the outermost element',
    fits: ({ file, original, replacement }) =>
      file.endsWith('svg/parse.ts') &&
      ((/^(?:start|end) (?:<|>=) 0$/.test(original) && /(?:<=|>) 0$/.test(replacement)) ||
        original === 'markup.slice(at)'),
  },
  {
    reason: 'the name of what holds the outermost element: any that no end tag has',
    fits: ({ file, original }) => file.endsWith('svg/parse.ts') && original === "''",
  },
];
