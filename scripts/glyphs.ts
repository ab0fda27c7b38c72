// Reads the letters that figures need from KaTeX's fonts, and writes them as data: `npm run glyphs`.
import { readFileSync, writeFileSync } from 'node:fs';
import opentype from 'opentype.js';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const italic = `${latin}${latin.toUpperCase()}αβγδϵζηθικλμνξπρστυϕχψω`;
const upright = `0123456789()[],./+*−=${latin}${latin.toUpperCase()}ΓΔΘΛΞΠΣΥΦΨΩ∂′…`;

function outlines(style: string, file: string, characters: string): string[] {
  const bytes = readFileSync(`node_modules/katex/dist/fonts/${file}.ttf`);
  const font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
  return [...characters].flatMap((character) => {
    const glyph = font.charToGlyph(character);
    if (glyph.index === 0) {
      process.stderr.write(`${file} has no ${character}\n`);
      return [];
    }
    const box = glyph.getBoundingBox();
    const ink = [box.x1, box.y1, box.x2, box.y2].map(Math.round).join(', ');
    const path = relative(glyph.path.commands);
    const key = JSON.stringify(style + character);
    return `  [${key}, { advance: ${Math.round(glyph.advanceWidth ?? 0)}, ink: [${ink}], path: '${path}' }],`;
  });
}

/** The outline in whole units, each point relative to the one before, as SVG's lower-case commands have it. */
function relative(commands: readonly opentype.PathCommand[]): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  return commands
    .map((command) => {
      if (command.type === 'Z') {
        [x, y] = [startX, startY];
        return 'z';
      }
      if (command.type === 'C') throw new Error('these fonts have quadratic curves only');
      const end = [Math.round(command.x), Math.round(command.y)] as const;
      const points =
        command.type === 'Q' ? [Math.round(command.x1), Math.round(command.y1), ...end] : end;
      const numbers = points.map((value, place) => value - (place % 2 === 0 ? x : y));
      [x, y] = end;
      if (command.type === 'M') [startX, startY] = end;
      if (command.type === 'L' && numbers.every((value) => value === 0)) return '';
      return command.type.toLowerCase() + numbers.join(' ').replaceAll(' -', '-');
    })
    .join('');
}

const rows = [
  ...outlines('i', 'KaTeX_Math-Italic', italic),
  ...outlines('r', 'KaTeX_Main-Regular', upright),
];
writeFileSync(
  'src/diagram/glyphs.ts',
  `// Made by scripts/glyphs.ts from the fonts of KaTeX (SIL Open Font License 1.1). Units: 1/1000 em, y up.

/** How far a glyph advances, the box of its ink (left bottom right top), and its outline in relative commands. */
export interface Glyph {
  readonly advance: number;
  readonly ink: readonly [left: number, bottom: number, right: number, top: number];
  readonly path: string;
}

/** By style, i for italic and r for upright, and character. */
export const glyphs: ReadonlyMap<string, Glyph> = new Map([
${rows.join('\n')}
]);
`,
);
