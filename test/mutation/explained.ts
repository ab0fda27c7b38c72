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
];
