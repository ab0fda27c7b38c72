import type { Point } from './diagram.ts';

/** Path coordinates are in sixteenths of a pixel: whole numbers are exact enough, and short. */
export const inkScale = 16;

/** A glyph in its place: its outline in font units, and the pixels that one of them measures. */
export interface SetGlyph {
  readonly x: number;
  readonly y: number;
  readonly outline: string;
  readonly unit: number;
}

/** Where the ink begins, and how it goes on in relative commands: equal labels are equal text, which packs well. */
export interface Ink {
  readonly start: Point;
  readonly path: string;
}

/** A glyph around its own origin: where its pen first comes down, how it goes on, and where it comes to rest. */
interface Stroke {
  readonly start: Point;
  readonly path: string;
  readonly end: Point;
}

/** Makes inks, and remembers for the next ones the glyphs that it has drawn. */
export function inker(): (glyphs: readonly SetGlyph[]) => Ink {
  const drawn = new Map<string, Stroke>();
  const strokeOf = ({ outline, unit }: SetGlyph): Stroke => {
    const key = `${unit} ${outline}`;
    const stroke = drawn.get(key) ?? trace(outline, unit * inkScale);
    drawn.set(key, stroke);
    return stroke;
  };
  return (glyphs) => {
    let [start, pen]: (Point | undefined)[] = [];
    let path = '';
    for (const glyph of glyphs) {
      const stroke = strokeOf(glyph);
      const [left, base] = [Math.round(glyph.x * inkScale), Math.round(glyph.y * inkScale)];
      const from = { x: left + stroke.start.x, y: base + stroke.start.y };
      if (pen !== undefined) path += command('m', [from.x - pen.x, from.y - pen.y]);
      path += stroke.path;
      start ??= from;
      pen = { x: left + stroke.end.x, y: base + stroke.end.y };
    }
    return { start: start ?? { x: 0, y: 0 }, path };
  };
}

/** A glyph's commands with all points rounded where they stand: rounding each step would add the errors up. */
function trace(outline: string, scale: number): Stroke {
  let pen: Point = { x: 0, y: 0 };
  let home = pen;
  let start: Point | undefined;
  let path = '';
  for (const [, letter = '', numbers = ''] of outline.matchAll(/([a-z])([^a-z]*)/g)) {
    const from = pen;
    const steps: number[] = [];
    for (const step of pairs(numbers)) {
      pen = { x: from.x + step.x, y: from.y + step.y };
      steps.push(Math.round(pen.x * scale) - Math.round(from.x * scale));
      steps.push(Math.round(from.y * scale) - Math.round(pen.y * scale));
    }
    if (letter === 'm') home = pen;
    if (letter === 'z') pen = home;
    if (start === undefined)
      start = { x: Math.round(pen.x * scale), y: -Math.round(pen.y * scale) };
    else path += command(letter, steps);
  }
  return {
    start: start ?? home,
    path,
    end: { x: Math.round(pen.x * scale), y: -Math.round(pen.y * scale) },
  };
}

function pairs(numbers: string): readonly Point[] {
  const all = (numbers.match(/-?\d+/g) ?? []).map(Number);
  return all.flatMap((x, place) => (place % 2 === 0 ? [{ x, y: all[place + 1] ?? 0 }] : []));
}

/** A relative command in as few characters as SVG allows. */
function command(letter: string, steps: readonly number[]): string {
  const [x, y] = steps;
  if (letter === 'z') return letter;
  if (steps.every((step) => step === 0)) return '';
  if (letter === 'l' && y === 0) return `h${x}`;
  if (letter === 'l' && x === 0) return `v${y}`;
  return letter + steps.join(' ').replaceAll(' -', '-');
}
