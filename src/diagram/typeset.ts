import type { Name } from '../syntax/document.ts';
import type { Box, Label, Point } from './diagram.ts';
import { unionOf } from './geometry.ts';
import { glyphs } from './glyphs.ts';
import { ink, inkScale, type SetGlyph } from './ink.ts';
import type { LabelText } from './view.ts';

/** A label before it has a place: its glyphs from its own origin, and the box of that ink around the origin. */
export interface Typeset {
  readonly glyphs: readonly SetGlyph[];
  readonly box: Box;
  readonly words: string;
  readonly text: LabelText;
}

/** TeX's own measures (The TeXbook, appendix G), in em: script size, and how far scripts are shifted. */
const script = 0.7;
const raised = 0.413;
const lowered = 0.15;
const loweredBelowSuperscript = 0.247;

const greek = new Map(
  'alpha:α beta:β gamma:γ delta:δ epsilon:ϵ zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:ϕ chi:χ psi:ψ omega:ω Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A letter, a name's base or an upright sign, set from the pen on. */
interface Run {
  readonly characters: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly upright: boolean;
  /** Where the pen is behind it. */
  readonly end: number;
}

function runOf({ characters, size, x, y, upright }: Omit<Run, 'end'>): Run {
  let end = x;
  for (const character of characters) end += advance(character, size, upright);
  return { characters, size, x, y, upright, end };
}

/** Sets a label at a font size in pixels; its origin is the left end of the base line. */
export function typeset(text: LabelText, size: number): Typeset {
  let pen = 0;
  const set: BoxedGlyph[] = [];
  for (const part of text) {
    if (part.kind === 'name') {
      const { runs, end } = nameRuns(part.name, size, pen);
      for (const run of runs) setRun(run, set);
      pen = end;
    } else {
      const upright = part.kind === 'text' || !/^[a-z]$/.test(part.sign);
      const characters = part.kind === 'text' ? part.text : part.sign;
      const run = runOf({ characters, size, x: pen, y: 0, upright });
      setRun(run, set);
      pen = run.end;
    }
  }
  const box = unionOf(set.map((glyph) => glyph.box));
  return { glyphs: set, box, words: words(text), text };
}

/** Where a label's ink is when its box is centred on a point. */
export const boxAt = ({ box: { width, height } }: Typeset, { x, y }: Point): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** A label in its place: the ink as one path, with its box centred on a point. */
export function centredAt({ glyphs, box, words, text }: Typeset, centre: Point): Label {
  const x = centre.x - box.x - box.width / 2;
  const y = centre.y - box.y - box.height / 2;
  const [left, top] = [Math.round(x * inkScale), Math.round(y * inkScale)];
  const { start, path } = ink(glyphs);
  return {
    ink: `M${left + start.x} ${top + start.y}${path}`,
    box: { x: box.x + x, y: box.y + y, width: box.width, height: box.height },
    words,
    text,
  };
}

function nameRuns(
  { letter, superscript, subscript }: Name,
  size: number,
  pen: number,
): { runs: Run[]; end: number } {
  const character = greek.get(letter) ?? letter;
  const upright = /^[Α-Ω]$/.test(character);
  const base = runOf({ characters: character, size, x: pen, y: 0, upright });
  const small = size * script;
  // A slanted letter leans over its own width: what stands at its shoulder has to make room, what stands at its foot not.
  const lean = Math.max(0, inkRight(base) - base.end);
  const runs: Run[] = [base];
  if (superscript !== '') {
    runs.push(...scriptRuns(superscript, small, base.end + lean + size * 0.02, -raised * size));
  }
  if (subscript !== '') {
    const drop = superscript === '' ? lowered : loweredBelowSuperscript;
    runs.push(...scriptRuns(subscript, small, base.end, drop * size));
  }
  return { runs, end: Math.max(...runs.map(({ end }) => end)) + size * 0.05 };
}

/** Letters in a script are slanted, digits and signs are not. */
function scriptRuns(text: string, size: number, x: number, y: number): Run[] {
  let pen = x;
  return [...text].map((character) => {
    const upright = !/[A-Za-z]/.test(character);
    const run = runOf({ characters: character.replace('-', '−'), size, x: pen, y, upright });
    pen = run.end;
    return run;
  });
}

const glyphOf = (character: string, upright: boolean) => {
  const glyph = glyphs.get((upright ? 'r' : 'i') + character);
  if (glyph === undefined)
    throw new Error(`figures have no glyph for ${JSON.stringify(character)}`);
  return glyph;
};

const advance = (character: string, size: number, upright: boolean): number =>
  character === ' ' ? size * 0.25 : (glyphOf(character, upright).advance / 1000) * size;

function inkRight(run: Run): number {
  const right = glyphOf(run.characters, run.upright).ink[2];
  return run.x + (right / 1000) * run.size;
}

type BoxedGlyph = SetGlyph & { readonly box: Box };

/** Adds a run's glyphs to those that stand before it. */
function setRun({ characters, size, x: start, y, upright }: Run, set: BoxedGlyph[]): void {
  const unit = size / 1000;
  let x = start;
  for (const character of characters) {
    if (character !== ' ') {
      const { ink, path } = glyphOf(character, upright);
      const [left, bottom, right, top] = ink;
      const box = {
        x: x + left * unit,
        y: y - top * unit,
        width: (right - left) * unit,
        height: (top - bottom) * unit,
      };
      set.push({ x, y, outline: path, unit, box });
    }
    x += advance(character, size, upright);
  }
}

/** What a screen reader says: `w, layer 1, 2 1` would guess; `w superscript 1 subscript 21` does not. */
export function spoken({ letter, superscript, subscript }: Name): string {
  const parts = [
    letter,
    superscript && `superscript ${superscript}`,
    subscript && `subscript ${subscript}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** A whole label in words. */
export const words = (text: LabelText): string =>
  text
    .map((part) =>
      part.kind === 'name' ? spoken(part.name) : part.kind === 'text' ? part.text : part.sign,
    )
    .join(' ');
