import type { Diagnostic, Span } from '../diagnostic.ts';
import { type Locate, lineOf, type Range, type Source } from './place.ts';

/** A mistake of the author in its place in the file. */
export interface Problem extends Range {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** A second place that takes part in it. */
  readonly also?: Range;
  readonly expected?: readonly string[];
}

export function problemAt(
  { span, also, message, hint, ...diagnostic }: Diagnostic,
  locate: Locate,
): Problem {
  const range = ({ start, end }: Span): Range => ({ start: locate(start), end: locate(end) });
  return {
    ...diagnostic,
    message: clean(message),
    ...(hint !== undefined && { hint: clean(hint) }),
    ...range(span),
    ...(also !== undefined && { also: range(also) }),
  };
}

/** In the order of the file. */
export const byPlace = (a: Problem, b: Problem): number => a.start.offset - b.start.offset;

/** All problems of a file as a person reads them: where, what, the line with the words underlined, what to write. */
export function explain(problems: readonly Problem[], source: Source, path: string): string {
  return problems
    .map((problem) => {
      const { start, message, also, hint } = problem;
      const help = [hint, suggestion(problem)].filter((line) => line !== undefined);
      return [
        `${path}:${start.line}:${start.column}: ${message}`,
        frame(problem, source),
        ...(also === undefined
          ? []
          : [`  together with ${also.start.line}:${also.start.column}:`, frame(also, source)]),
        ...help.map((line) => `  ${line}`),
      ].join('\n');
    })
    .join('\n\n');
}

/** What may have been meant, unless the hint has asked for it already: the likeliest is enough. */
const suggestion = ({ hint, expected = [] }: Problem): string | undefined =>
  expected.length === 0 || hint?.toLowerCase().includes('did you mean')
    ? undefined
    : `Did you mean ${expected.join(' or ')}?`;

/** No frame is wider than this; a longer line is cut around its mark. */
const widest = 88;

/** The line, and a mark under the words. */
export function frame({ start, end }: Range, source: Source): string {
  const line = lineOf(source, start.line);
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : line.length;
  const cut = Math.max(0, Math.min(from - 20, line.length - widest));
  const shown = line.slice(cut, cut + widest);
  const number = String(start.line);
  const lead = cells(shown.slice(0, from - cut)).replace(/[^\t]/g, ' ');
  const mark = '^'.repeat(Math.max(1, cells(shown.slice(from - cut, to - cut)).length));
  return `  ${number} | ${clean(shown)}\n  ${' '.repeat(number.length)} | ${lead}${mark}`;
}

/** A text as it fills a terminal: two cells for a wide character, none for one that stands on another. */
function cells(text: string): string {
  return [...text]
    .map((character) => {
      if (/\p{Mark}/u.test(character)) return '';
      return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 'XX'
        : character;
    })
    .join('');
}

/** Without what could play tricks on a terminal: control and direction characters. */
const clean = (text: string): string => text.replace(/[^\t\P{C}]/gu, '\ufffd');
