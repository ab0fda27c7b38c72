import { certain } from '../certain.ts';
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

/** Glyphs one behind the other as one path. */
export function ink(glyphs: readonly SetGlyph[]): Ink {
  let start: Point = { x: 0, y: 0 };
  let pen: Point | undefined;
  let path = '';
  for (const glyph of glyphs) {
    const stroke = strokeOf(glyph);
    const [left, base] = [Math.round(glyph.x * inkScale), Math.round(glyph.y * inkScale)];
    const from = { x: left + stroke.start.x, y: base + stroke.start.y };
    if (pen === undefined) start = from;
    else path += command('m', [from.x - pen.x, from.y - pen.y]);
    path += stroke.path;
    pen = { x: left + stroke.end.x, y: base + stroke.end.y };
  }
  return { start, path };
}

/**
 * Glyphs that were drawn before, by their size and outline, so that none is drawn twice: a glyph of a size is always
 * the same stroke, and there are no more of them than glyphs in the few sizes that figures have.
 */
const drawn = new Map<number, Map<string, Stroke>>();

function strokeOf({ outline, unit }: SetGlyph): Stroke {
  const ofSize = drawn.get(unit) ?? new Map<string, Stroke>();
  const known = ofSize.get(outline);
  if (known !== undefined) return known;
  const stroke = trace(outline, unit * inkScale);
  drawn.set(unit, ofSize.set(outline, stroke));
  return stroke;
}

/** A glyph's commands with all points rounded where they stand: rounding each step would add the errors up. */
function trace(outline: string, scale: number): Stroke {
  let x = 0;
  let y = 0;
  let homeX = 0;
  let homeY = 0;
  let penX = 0;
  let penY = 0;
  let start: Point = { x: 0, y: 0 };
  const steps: string[] = [];
  const numbers: number[] = [];
  for (let place = 0; place < outline.length; ) {
    const isFirst = place === 0;
    const letter = outline.charAt(place);
    place = readNumbers(outline, place + 1, numbers);
    const fromX = x;
    const fromY = y;
    const left = penX;
    const top = penY;
    for (let axis = 0; axis < numbers.length; axis += 2) {
      x = fromX + certain(numbers[axis]);
      y = fromY + certain(numbers[axis + 1]);
      penX = Math.round(x * scale);
      penY = -Math.round(y * scale);
      numbers[axis] = penX - left;
      numbers[axis + 1] = penY - top;
    }
    if (letter === 'm') [homeX, homeY] = [x, y];
    if (letter === 'z') {
      [x, y] = [homeX, homeY];
      [penX, penY] = [Math.round(x * scale), -Math.round(y * scale)];
    }
    if (isFirst) start = { x: penX, y: penY };
    else steps.push(command(letter, numbers));
  }
  // One text of its own: one that was put together with + would keep every piece, at five times the memory.
  return { start, path: steps.join(''), end: { x: penX, y: penY } };
}

/**
 * The numbers of a command, up to its next letter; gives the place of that. Read character by character: patterns take
 * several times as long, and so does a list of its own for each of the thousands of commands.
 */
function readNumbers(outline: string, from: number, numbers: number[]): number {
  numbers.length = 0;
  for (let place = from; ; ) {
    let code = outline.charCodeAt(place);
    if (code === space) code = outline.charCodeAt(++place);
    const isNegative = code === minus;
    if (isNegative) code = outline.charCodeAt(++place);
    if (!isDigit(code)) return place;
    let value = 0;
    for (; isDigit(code); code = outline.charCodeAt(++place)) value = 10 * value + code - zero;
    numbers.push(isNegative ? -value : value);
  }
}

const [space, minus, zero, nine] = [32, 45, 48, 57];
const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** A relative command in as few characters as SVG allows. */
function command(letter: string, steps: readonly number[]): string {
  const [x = 0, y = 0, endX, endY] = steps;
  if (endX === undefined || endY === undefined) {
    if (letter === 'z') return letter;
    if (x === 0 && y === 0) return '';
    if (letter === 'l' && y === 0) return `h${x}`;
    if (letter === 'l' && x === 0) return `v${y}`;
    return `${letter}${x}${after(y)}`;
  }
  if (x === 0 && y === 0 && endX === 0 && endY === 0) return '';
  return `${letter}${x}${after(y)}${after(endX)}${after(endY)}`;
}

/** A number behind another. */
const after = (step: number): string => (step < 0 ? `${step}` : ` ${step}`);
