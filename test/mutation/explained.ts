import type { Survivor } from './report.ts';

/** Why some survivors change nothing that anyone could see. */
export const explanations: readonly {
  readonly reason: string;
  readonly fits: (survivor: Survivor) => boolean;
}[] = [
  {
    reason: 'words of a message that is never shown: whoever takes the word has seen it before',
    fits: ({ file, original, mutator }) =>
      mutator === 'StringLiteral' &&
      /syntax\/(?:request|definition)\.ts$/.test(file) &&
      ["'a request'", "'a clause'", "''"].includes(original),
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
  {
    reason: 'the token of a line that has one: lines without a token are no statement',
    fits: ({ file, mutator, original }) =>
      mutator === 'OptionalChaining' &&
      file.endsWith('syntax/statement.ts') &&
      original === 'token?.kind',
  },
  {
    reason: 'a word as a name of a clause, which no token of another kind can be',
    fits: ({ file, original }) =>
      file.endsWith('syntax/request.ts') && original === "token.kind === 'word'",
  },
  {
    reason: 'a chance of one half, which a random number never is exactly',
    fits: ({ original, replacement }) =>
      original === 'random() < 0.5' && replacement === 'random() <= 0.5',
  },
  {
    reason: 'whether a quantity is a unit, asked before which one: a parameter has none',
    fits: ({ file, original, replacement }) =>
      /calculus\/(?:chain-form|count-ways|paths-form|ways)\.ts$/.test(file) &&
      original === "by.kind === 'unit'" &&
      replacement === 'true',
  },
  {
    reason: 'what only saves a walk that finds nothing',
    fits: ({ file, original, replacement }) =>
      file.endsWith('calculus/ways.ts') &&
      ((original === 'useful.values.has(unit)' && replacement === 'true') ||
        (original === "goal.at === 'value'" && replacement === 'true') ||
        original.startsWith('!outgoing.some')),
  },
  {
    reason: 'a list that is filled by place: what it begins with is written over, or it grows',
    fits: ({ file, original }) =>
      (file.endsWith('calculus/backward.ts') && original === '[]') ||
      (file.endsWith('calculus/tape.ts') && original === 'of.place + 1'),
  },
  {
    reason: 'a sign of 0, which has none',
    fits: ({ file, original }) =>
      file.endsWith('calculus/field.ts') && original === 'numerator < 0n',
  },
  {
    reason: 'a short cut before the comparison of all parts, which says the same',
    fits: ({ file, original }) =>
      file.endsWith('calculus/build.ts') &&
      /^(?:a\.kind === b\.kind|Array\.isArray|[ab] === null)/.test(original),
  },
  {
    reason: 'targets that need not be given: absent is as good as false',
    fits: ({ file, original }) =>
      file.endsWith('calculus/prove.ts') && original === '{ targets: false }',
  },
];
