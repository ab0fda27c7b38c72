import type { Diagnostic, Span } from '../diagnostic.ts';

/** Where the stages of `resolve` put the author's mistakes, so that all of a block come at once. */
export type Report = (diagnostic: Diagnostic) => void;

/** “x, h and y”; of many words the first two and the last. */
export function listed(words: readonly string[]): string {
  const shown =
    words.length > longestList ? [...words.slice(0, 2), '…', ...words.slice(-1)] : words;
  if (shown.length < 2) return shown[0] ?? 'nothing';
  if (shown !== words) return shown.join(', ');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
const longestList = 12;

/** “1 unit”, “2 units”, “2 biases” */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;

export function tooLarge(what: 'units' | 'edges' | 'layers', most: number, span: Span): Diagnostic {
  return {
    code: 'network-too-large',
    message: `This network has more than ${most} ${what}.`,
    hint: 'A network on a page is there to be understood: describe a smaller one.',
    span,
  };
}
