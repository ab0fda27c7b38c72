import type { Explanation } from '../explained.ts';

/** Of the calculus: how derivations are made and written. */
export const derivations: readonly Explanation[] = [
  {
    reason: 'whether a quantity is a unit, asked before which one: a parameter has none',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:chain-form|count-ways|evaluate|paths-form|softmax-lines|ways)\.ts$/.test(
        file,
      ) &&
      original === "by.kind === 'unit'" &&
      replacement === 'true',
  },
  {
    reason: 'what only saves a walk that finds nothing',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/ways.ts') &&
      ((/^useful\.(?:values|sums)\.has\([a-z.]+\)$/.test(original) && replacement === 'true') ||
        (original === "goal.at === 'value'" && replacement === 'true') ||
        original === `${replacement}.filter((id) => useful.sums.has(id))` ||
        original.startsWith('!outgoing.some')),
  },
  {
    reason: 'the sums that a unit enters: there are none, and a word is none',
    fits: ({ file, original }) => file.endsWith('calculus/count-ways.ts') && original === '[]',
  },
  {
    reason:
      'whether a function is applied, asked before whether it is a slope: nothing else has one',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/slope.ts') &&
      original === "expression.kind !== 'apply'" &&
      replacement === 'false',
  },
  {
    reason: 'a word that is only told apart from one other',
    fits: ({ file, original, replacement }) =>
      ((file.endsWith('calculus/derive.ts') && original === "'value'") ||
        (file.endsWith('calculus/matrix.ts') && original === "'column'")) &&
      replacement === '""',
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
