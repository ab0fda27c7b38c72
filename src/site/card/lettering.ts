import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

/** A font that writes its letters as outlines, so that no font of the machine has a say in the picture. */
export interface Lettering {
  /** Whether there is a glyph for each of the text's characters. */
  covers(text: string): boolean;
  /** In pixels. */
  width(text: string, size: number): number;
  /** The text as an SVG path, from its left end on its baseline. */
  path(text: string, x: number, y: number, size: number): string;
}

/** One of the fonts that KaTeX brings. */
export function lettering(name: 'Main-Bold' | 'Main-Italic' | 'Main-Regular'): Lettering {
  const require = createRequire(import.meta.url);
  const bytes = readFileSync(require.resolve(`katex/dist/fonts/KaTeX_${name}.ttf`));
  const font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
  return {
    covers: (text) => [...text].every((letter) => font.charToGlyph(letter).index !== 0),
    width: (text, size) => font.getAdvanceWidth(text, size),
    path: (text, x, y, size) => font.getPath(text, x, y, size).commands.map(written).join(''),
  };
}

/** In hundredths of a pixel. The font library's own writer has NaN for what is nearly 0. */
function written(command: opentype.PathCommand): string {
  const { type, ...points } = command;
  const { x1, y1, x2, y2, x, y } = points as Record<string, number | undefined>;
  const numbers = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
  return type + numbers.map((value) => Math.round(value * 100) / 100).join(' ');
}

/** The words in as few lines as have room for them, the lines as even as can be. */
export function lines(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const words = text.split(/\s+/);
  const greedy = fill(words, width, measure);
  let even = greedy;
  for (let narrower = width; narrower > width / 2; narrower -= 20) {
    const next = fill(words, narrower, measure);
    if (next.length > greedy.length) break;
    even = next;
  }
  return even;
}

function fill(
  words: readonly string[],
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && measure(longer) <= width) rows.splice(-1, 1, longer);
    else rows.push(word);
  }
  return rows;
}
