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
}

/** Sets a label at a font size in pixels; its origin is the left end of the base line. */
export function typeset(text: LabelText, size: number): Typeset {
  let pen = 0;
  const runs: Run[] = [];
  for (const part of text) {
    if (part.kind === 'name') {
      const set = nameRuns(part.name, size, pen);
      runs.push(...set.runs);
      pen = set.end;
    } else {
      const upright = part.kind === 'text' || !/^[a-z]$/.test(part.sign);
      runs.push({
        characters: part.kind === 'text' ? part.text : part.sign,
        size,
        x: pen,
        y: 0,
        upright,
      });
      pen = endOf(runs.at(-1));
    }
  }
  const set = runs.flatMap(setRun);
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
  const base: Run = {
    characters: character,
    size,
    x: pen,
    y: 0,
    upright: /^[Α-Ω]$/.test(character),
  };
  const small = size * script;
  // A slanted letter leans over its own width: what stands at its shoulder has to make room, what stands at its foot not.
  const lean = Math.max(0, inkRight(base) - endOf(base));
  const runs: Run[] = [base];
  if (superscript !== '') {
    runs.push(...scriptRuns(superscript, small, endOf(base) + lean + size * 0.02, -raised * size));
  }
  if (subscript !== '') {
    const drop = superscript === '' ? lowered : loweredBelowSuperscript;
    runs.push(...scriptRuns(subscript, small, endOf(base), drop * size));
  }
  return { runs, end: Math.max(...runs.map(endOf)) + size * 0.05 };
}

/** Letters in a script are slanted, digits and signs are not. */
function scriptRuns(text: string, size: number, x: number, y: number): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const upright = !/[A-Za-z]/.test(character);
    runs.push({
      characters: character.replace('-', '−'),
      size,
      x: endOf(runs.at(-1)) || x,
      y,
      upright,
    });
  }
  return runs;
}

const glyphOf = (character: string, upright: boolean) => {
  const glyph = glyphs.get((upright ? 'r' : 'i') + character);
  if (glyph === undefined)
    throw new Error(`figures have no glyph for ${JSON.stringify(character)}`);
  return glyph;
};

const advance = (run: Run, character: string): number =>
  character === ' ' ? run.size * 0.25 : (glyphOf(character, run.upright).advance / 1000) * run.size;

const endOf = (run: Run | undefined): number =>
  run === undefined
    ? 0
    : [...run.characters].reduce((pen, character) => pen + advance(run, character), run.x);

function inkRight(run: Run): number {
  const right = glyphOf(run.characters, run.upright).ink[2];
  return run.x + (right / 1000) * run.size;
}

function setRun(run: Run): (SetGlyph & { readonly box: Box })[] {
  let pen = run.x;
  return [...run.characters].flatMap((character) => {
    const x = pen;
    pen += advance(run, character);
    if (character === ' ') return [];
    const glyph = glyphOf(character, run.upright);
    const unit = run.size / 1000;
    const [left, bottom, right, top] = glyph.ink;
    const box = {
      x: x + left * unit,
      y: run.y - top * unit,
      width: (right - left) * unit,
      height: (top - bottom) * unit,
    };
    return [{ x, y: run.y, outline: glyph.path, unit, box }];
  });
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
