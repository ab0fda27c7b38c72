import { certain } from '../certain.ts';
/** A place in a file: line and column from 1, offset from 0, as unist has them. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** A file's text, with the offset at which each of its lines begins. */
export interface Source {
  readonly text: string;
  readonly starts: readonly number[];
}

/** From an offset in a block's or a formula's text to the place in the file. */
export type Locate = (offset: number) => Place;

export const sourceOf = (text: string): Source => ({ text, starts: lineStarts(text) });

/** The text of a line, counted from 1, without its ending. */
export function lineOf({ text, starts }: Source, line: number): string {
  return text.slice(starts[line - 1] ?? text.length, starts[line]).replace(/[\r\n]+$/, '');
}

export function placeAt({ starts }: Source, offset: number): Place {
  const line = lineAt(starts, offset);
  return { line, column: 1 + offset - certain(starts[line - 1]), offset };
}

/**
 * How fenced text lies in its file. Markdown takes indentation, quote marks and tabs away at the beginning of each
 * line (and leaves spaces for a tab that it takes half); the ends of the lines are the same.
 *
 * @param text what is between the fences, as Markdown gives it
 * @param firstLine the file's line, from 1, that the text's first line is on
 */
export function fencedText(source: Source, text: string, firstLine: number): Locate {
  const inside = sourceOf(text);
  return (offset) => {
    const within = placeAt(inside, offset);
    const line = firstLine + within.line - 1;
    const full = lineOf(source, line).length;
    const taken = full - lineOf(inside, within.line).length;
    const column = 1 + Math.min(full, Math.max(0, taken + within.column - 1));
    return { line, column, offset: (source.starts[line - 1] ?? source.text.length) + column - 1 };
  };
}

/**
 * How running text lies in its file, where escapes, character references and the beginnings of lines have gone:
 * what is left stands there in the same order.
 *
 * @param start offset of the file at which the text begins, markers before it included
 */
export function runningText(source: Source, text: string, start: number): Locate {
  return (offset) => {
    const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iy;
    let at = start;
    for (let read = 0; ; read++, at++) {
      reference.lastIndex = at;
      const [character] = reference.exec(source.text) ?? [];
      if (character !== undefined && !text.startsWith(character, read)) {
        if (read === offset) break;
        at += character.length - 1;
        continue;
      }
      const next = source.text.indexOf(text.charAt(read), at);
      if (read < text.length && next >= 0) at = next;
      if (read >= offset) break;
    }
    return placeAt(source, Math.min(at, source.text.length));
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length)];
}

/** The line, from 1, that an offset is on. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (certain(starts[middle]) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
