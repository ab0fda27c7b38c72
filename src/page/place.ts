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

/** From an offset in a block's text to the place in the file. */
export type Locate = (offset: number) => Place;

/**
 * How a block's text lies in its file. Markdown takes indentation, quote marks and tabs away from each line; what is
 * left stands at the end of the file's line, so it is looked for there.
 *
 * @param source the whole file
 * @param text the block's text as Markdown gives it
 * @param firstLine the file's line, from 1, that the text's first line is on
 */
export function locator(source: string, text: string, firstLine: number): Locate {
  const starts = lineStarts(source);
  const textStarts = lineStarts(text);
  return (offset) => {
    const inText = Math.max(
      0,
      textStarts.findLastIndex((start) => start <= offset),
    );
    const line = firstLine + inText;
    const start = starts[line - 1] ?? source.length;
    const fileLine = lineAt(source, start);
    const textLine = lineAt(text, textStarts[inText] ?? 0);
    const indent = Math.max(0, fileLine.lastIndexOf(textLine));
    const column = 1 + Math.min(fileLine.length, indent + offset - (textStarts[inText] ?? 0));
    return { line, column, offset: start + column - 1 };
  };
}

/** The text of a line, without its ending. */
export function lineAt(source: string, start: number): string {
  return /[^\r\n]*/y.exec(source.slice(start))?.[0] ?? '';
}

export function lineStarts(source: string): readonly number[] {
  return [
    0,
    ...[...source.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length),
  ];
}
