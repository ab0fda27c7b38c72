import type { Explanation } from '../explained.ts';

/** Of the calculus: how derivations are made and written. */
export const derivations: readonly Explanation[] = [
  {
    reason: 'whether a quantity is a unit, asked before which one: a parameter has none',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:chain-form|count-ways|evaluate|paths-form|ways)\.ts$/.test(file) &&
      original === "by.kind === 'unit'" &&
      replacement === 'true',
  },
  {
    reason: 'what only saves a walk that finds nothing',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/ways.ts') &&
      ((original === 'useful.values.has(by.unit)' && replacement === 'true') ||
        (original === "goal.at === 'value'" && replacement === 'true') ||
        original.startsWith('!outgoing.some')),
  },
  {
    reason: 'a short cut before the comparison of all parts, which says the same',
    fits: ({ file, original }) =>
      file.endsWith('calculus/build.ts') &&
      /^(?:a\.kind === b\.kind|Array\.isArray|typeof [ab] !== 'object'|[ab] === null)/.test(
        original,
      ),
  },
  {
    reason: 'the bias of a unit that has none, which nobody asks for',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/backward.ts') &&
      original === 'bias !== undefined' &&
      replacement === 'true',
  },
];
