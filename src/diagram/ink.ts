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

interface Command {
  readonly letter: string;
  readonly points: readonly Point[];
}

/** The outlines of a label as one. */
export function ink(glyphs: readonly SetGlyph[]): Ink {
  const [first, ...rest] = glyphs.flatMap(inPlace);
  const start = first?.points[0] ?? { x: 0, y: 0 };
  let [at, home] = [start, start];
  const commands = rest.map(({ letter, points }) => {
    const steps = points.flatMap(({ x, y }) => [x - at.x, y - at.y]);
    at = letter === 'z' ? home : (points.at(-1) ?? at);
    if (letter === 'm') home = at;
    return shortest(letter, steps);
  });
  return { start, path: commands.join('') };
}

/** A glyph's commands with all points rounded where they stand: rounding each step would add the errors up. */
function inPlace({ x, y, outline, unit }: SetGlyph): readonly Command[] {
  const [left, base] = [Math.round(x * inkScale), Math.round(y * inkScale)];
  const scale = unit * inkScale;
  let pen: Point = { x: 0, y: 0 };
  let home = pen;
  return (outline.match(/[a-z][^a-z]*/g) ?? []).map((command) => {
    const letter = command.charAt(0);
    const from = pen;
    const points = pairs(command.match(/-?\d+/g) ?? []).map((step) => ({
      x: from.x + step.x,
      y: from.y + step.y,
    }));
    pen = letter === 'z' ? home : (points.at(-1) ?? pen);
    if (letter === 'm') home = pen;
    const rounded = points.map((point) => ({
      x: left + Math.round(point.x * scale),
      y: base - Math.round(point.y * scale),
    }));
    return { letter, points: rounded };
  });
}

function pairs(numbers: readonly string[]): readonly Point[] {
  const xs = numbers.filter((_, place) => place % 2 === 0);
  return xs.map((x, place) => ({ x: Number(x), y: Number(numbers[2 * place + 1]) }));
}

/** A relative command in as few characters as SVG allows. */
function shortest(letter: string, steps: readonly number[]): string {
  const [x, y] = steps;
  if (letter === 'z') return letter;
  if (steps.every((step) => step === 0)) return '';
  if (letter === 'l' && y === 0) return `h${x}`;
  if (letter === 'l' && x === 0) return `v${y}`;
  return letter + steps.join(' ').replaceAll(' -', '-');
}
