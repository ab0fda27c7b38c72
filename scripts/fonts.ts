// The characters of KaTeX's fonts that pages are full of, as fonts of their own: `npm run fonts`.
import { readFileSync, writeFileSync } from 'node:fs';
import subset from 'subset-font';

const ascii = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join('');
const signs = '·×±−∗′∂∇∑∏⋅⋯⋮⋱…⊤⊥⊙∘≈≤≥≠∈∞∀∣∥←→↑↓↦⟨⟩√\u200B';
/** Of each font these; a page that needs another character asks for KaTeX's own font as well. */
const common = [
  { family: 'KaTeX_Main', name: 'KaTeX_Main-Regular', characters: `${ascii}${signs}ΓΔΘΛΞΠΣΦΨΩ` },
  { family: 'KaTeX_AMS', name: 'KaTeX_AMS-Regular', characters: '⇝' },
] as const;

/** What the folder of the site's fonts holds, by name. */
export async function commonFonts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const faces: string[] = [];
  for (const { family, name, characters } of common) {
    const whole = readFileSync(`node_modules/katex/dist/fonts/${name}.woff2`);
    files.set(`${name}.woff2`, await subset(whole, characters, { targetFormat: 'woff2' }));
    faces.push(`@font-face {
  font-display: block;
  font-family: ${family};
  font-style: normal;
  font-weight: 400;
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${ranges(characters)};
}`);
  }
  // The face that comes last is asked first: this sheet stands behind KaTeX's.
  files.set('fonts.css', new TextEncoder().encode(`${faces.join('\n\n')}\n`));
  return files;
}

/** As `unicode-range` has them, neighbours together. */
function ranges(characters: string): string {
  const points = [...new Set(characters)].map((each) => each.codePointAt(0) ?? 0);
  points.sort((a, b) => a - b);
  const runs: [first: number, last: number][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  return runs
    .map(([first, last]) => `U+${first === last ? hex(first) : `${hex(first)}-${hex(last)}`}`)
    .join(', ');
}

if (import.meta.main)
  for (const [name, bytes] of await commonFonts()) writeFileSync(`src/site/fonts/${name}`, bytes);
