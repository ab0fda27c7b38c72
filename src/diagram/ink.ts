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
  const bySize = new Map<number, Map<string, Stroke>>();
  const strokeOf = ({ outline, unit }: SetGlyph): Stroke => {
    const drawn = bySize.get(unit) ?? new Map<string, Stroke>();
    const stroke = drawn.get(outline) ?? trace(outline, unit * inkScale);
    bySize.set(unit, drawn.set(outline, stroke));
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

/**
 * A glyph's commands with all points rounded where they stand: rounding each step would add the errors up. Read
 * character by character: patterns take several times as long.
 */
function trace(outline: string, scale: number): Stroke {
  let [x, y, homeX, homeY] = [0, 0, 0, 0];
  let [penX, penY] = [0, 0];
  let start: Point | undefined;
  let path = '';
  let letter = '';
  const numbers: number[] = [];
  let [value, sign, isOpen] = [0, 1, false];
  const closeNumber = (): void => {
    if (isOpen) numbers.push(sign * value);
    [value, sign, isOpen] = [0, 1, false];
  };
  const closeCommand = (): void => {
    const [fromX, fromY, left, top] = [x, y, penX, penY];
    for (let place = 0; place < numbers.length; place += 2) {
      x = fromX + (numbers[place] ?? 0);
      y = fromY + (numbers[place + 1] ?? 0);
      penX = Math.round(x * scale);
      penY = -Math.round(y * scale);
      numbers[place] = penX - left;
      numbers[place + 1] = penY - top;
    }
    if (letter === 'm') [homeX, homeY] = [x, y];
    if (letter === 'z') {
      [x, y] = [homeX, homeY];
      [penX, penY] = [Math.round(x * scale), -Math.round(y * scale)];
    }
    if (start === undefined) start = { x: penX, y: penY };
    else path += command(letter, numbers);
    numbers.length = 0;
  };
  for (let place = 0; place < outline.length; place++) {
    const code = outline.charCodeAt(place);
    if (code >= zero && code <= nine) {
      value = 10 * value + code - zero;
      isOpen = true;
      continue;
    }
    closeNumber();
    if (code === minus) sign = -1;
    if (code === minus || code === space) continue;
    if (letter !== '') closeCommand();
    letter = outline.charAt(place);
  }
  closeNumber();
  if (letter !== '') closeCommand();
  return { start: start ?? { x: 0, y: 0 }, path, end: { x: penX, y: penY } };
}

const [space, minus, zero, nine] = [32, 45, 48, 57];

/** A relative command in as few characters as SVG allows. */
function command(letter: string, steps: readonly number[]): string {
  const [x, y] = steps;
  if (letter === 'z') return letter;
  if (steps.every((step) => step === 0)) return '';
  if (letter === 'l' && y === 0) return `h${x}`;
  if (letter === 'l' && x === 0) return `v${y}`;
  let written = letter;
  let isFirst = true;
  for (const step of steps) {
    written += isFirst || step < 0 ? step : ` ${step}`;
    isFirst = false;
  }
  return written;
}
