import { certain } from '../certain.ts';
import type { Piece } from '../page/piece.ts';
import { fencedText, lineOf, placeAt, type Source } from '../page/place.ts';
import { displayed as displayedFormula } from './displayed.ts';
import { scanProse } from './scan-prose.ts';

/** A piece in the text of a file: from where to where it is written, and what begins each further line of its place. */
export interface Found {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  /** How a formula is written: what stands before and behind it. */
  readonly marks?: readonly [string, string];
}

/** Quotation marks and list markers before a block. */
const container = String.raw`(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*?`;
const fence = new RegExp(`^(${container})(\`{3,}(?!.*\`)|~{3,})[ \\t]*([^\\s\`]*)(.*)$`);
const displayed = new RegExp(`^(${container})(\\$\\$|\\\\\\\\\\[|\\\\\\[)(.*)$`);
const listMarker = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const closings = new Map([
  ['$$', '$$'],
  ['\\\\[', '\\\\]'],
  ['\\[', '\\]'],
]);

/**
 * The pieces of a Markdown text in their order, found without a parser of Markdown, so that all around them stays as
 * it is: in whatever dialect, kramdown's or Hugo's. Knows front matter, fences, quotations, lists, comments, indented
 * code, and formulas between `$$`, `$`, `\\[ \\]`, `\\( \\)`, `\[ \]` and `\( \)`.
 */
export function scan(source: Source): readonly Found[] {
  const found: Found[] = [];
  const lines = source.starts.length;
  let line = afterFrontMatter(source);
  // The first line of the running text that is being read, and the column at which the text of a list begins.
  let prose: number | undefined;
  let list = 0;
  const endProse = (): void => {
    if (prose !== undefined) found.push(...scanProse(source, at(prose), at(line)));
    prose = undefined;
  };
  while (line <= lines) {
    const text = lineOf(source, line);
    const marker = listMarker.exec(text)?.[0];
    if (marker !== undefined) list = columns(marker);
    else if (/^\S/.test(text) && prose === undefined) list = 0;
    const open = fence.exec(text);
    const math = displayed.exec(text);
    const lastOfDisplay = math === null ? undefined : endOfDisplay(math, line);
    if (text.trim() === '') {
      endProse();
      line++;
    } else if (prose === undefined && isIndentedCode(text, list)) line++;
    else if (/^\s*<!--/.test(text)) {
      endProse();
      line = lineBehind(source, line, (each) => each.includes('-->'));
    } else if (open !== null) {
      endProse();
      line = readFence(open, line);
    } else if (math !== null && lastOfDisplay !== undefined) {
      endProse();
      line = readDisplay(math, line, lastOfDisplay);
    } else {
      prose ??= line;
      line++;
    }
  }
  endProse();
  return found;

  function at(of: number): number {
    return source.starts[of - 1] ?? source.text.length;
  }

  function readFence(
    [, before = '', marks = '', language, info = '']: RegExpExecArray,
    first: number,
  ): number {
    const closing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`);
    let last = first + 1;
    while (
      last <= lines &&
      !closing.test(lineOf(source, last)) &&
      isWithin(lineOf(source, last), before)
    )
      last++;
    const isClosed = last <= lines && closing.test(lineOf(source, last));
    const behind = isClosed ? last + 1 : last;
    if (language !== 'network') return behind;
    const inside = Array.from({ length: last - first - 1 }, (_, place) =>
      lineOf(source, first + 1 + place),
    );
    const text = inside.map((each) => withoutContainer(each, before)).join('\n');
    const start = at(first) + before.length;
    const words = info.trim();
    const infoStart = at(first) + lineOf(source, first).length - info.trimStart().length;
    found.push({
      start,
      end: at(behind - 1) + lineOf(source, behind - 1).length,
      prefix: continued(before),
      piece: {
        kind: 'block',
        text,
        info: words,
        locateInfo: (offset) => placeAt(source, infoStart + offset),
        locate: text === '' ? () => placeAt(source, start) : fencedText(source, text, first + 1),
      },
    });
    return behind;
  }

  /** The last line of a displayed formula: the one that ends with its closing marks. */
  function endOfDisplay(
    [, before = '', opening = '', rest = '']: RegExpExecArray,
    first: number,
  ): number | undefined {
    const closing = certain(closings.get(opening));
    if (rest.trimEnd().endsWith(closing))
      return rest.indexOf(closing) === rest.trimEnd().length - closing.length ? first : undefined;
    if (rest.includes(closing)) return undefined;
    for (let last = first + 1; last <= lines; last++) {
      const text = lineOf(source, last);
      if (text.trim() === '' || !isWithin(text, before)) return undefined;
      if (text.trimEnd().endsWith(closing)) return last;
    }
    return undefined;
  }

  function readDisplay(
    [, before = '', opening = '']: RegExpExecArray,
    first: number,
    last: number,
  ): number {
    const closing = certain(closings.get(opening));
    const start = at(first) + before.length;
    const end = at(last) + lineOf(source, last).trimEnd().length;
    const inner = source.text.slice(start + opening.length, end - closing.length);
    const content = inner
      .split(/\r\n|\r|\n/)
      .map((each, place) => (place === 0 ? each : withoutContainer(each, before)))
      .join('\n');
    found.push({
      start,
      end,
      prefix: continued(before),
      marks: [opening, closing],
      piece: displayedFormula(content, source, start + opening.length),
    });
    return last + 1;
  }
}

function afterFrontMatter(source: Source): number {
  const marks = lineOf(source, 1).trimEnd();
  if (marks !== '---' && marks !== '+++') return 1;
  const behind = lineBehind(source, 2, (text) => text.trimEnd() === marks);
  return behind > source.starts.length && lineOf(source, behind - 1).trimEnd() !== marks
    ? 1
    : behind;
}

/** The line behind the next that is as wanted. */
function lineBehind(source: Source, from: number, wanted: (text: string) => boolean): number {
  let line = from;
  while (line <= source.starts.length && !wanted(lineOf(source, line))) line++;
  return line + 1;
}

const columns = (text: string): number =>
  [...text].reduce(
    (column, character) => (character === '\t' ? column + 4 - (column % 4) : column + 1),
    0,
  );

const indentation = (text: string): number => columns(text.slice(0, text.search(/[^ \t]|$/)));

const isIndentedCode = (text: string, list: number): boolean => indentation(text) >= list + 4;

/** The quotation marks of a container, at the beginning of another of its lines. */
const quoted = (before: string): RegExp =>
  new RegExp(`^(?:[ \\t]*>){${before.split('>').length - 1}}`);

/** What begins the further lines in the same container: list markers leave their width. */
const continued = (before: string): string => before.replace(/[^\s>]/g, ' ');

/** Whether a line belongs to what the container holds. */
function isWithin(text: string, before: string): boolean {
  if (text.trim() === '') return !before.includes('>');
  if (before.includes('>')) return quoted(before).test(text);
  return !/\S/.test(before) || indentation(text) >= columns(before);
}

/** A line without its quotation marks, and without as much indentation as the container's own line had. */
function withoutContainer(text: string, before: string): string {
  let rest = text.replace(quoted(before), '');
  const left = columns(before.slice(before.lastIndexOf('>') + 1));
  let column = 0;
  while (column < left && /^[ \t]/.test(rest)) {
    column = columns(' '.repeat(column) + rest.charAt(0));
    rest = rest.slice(1);
  }
  // A tab that is taken half leaves spaces.
  return ' '.repeat(Math.max(0, column - left)) + rest;
}
