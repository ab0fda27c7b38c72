import { compile } from './compile.ts';
import type { Part } from './figure.ts';
import { notationNamed } from './page/blocks.ts';
import { type Place, placeAt, sourceOf } from './page/place.ts';
import { explain, problemAt } from './page/problem.ts';
import { equationTex } from './page/tex.ts';
import { svgFile, unstyled } from './svg/file.ts';
import { markup } from './svg/markup.ts';
import { tikz } from './tikz/tikz.ts';

/** A figure in several forms. */
export interface RenderedFigure {
  readonly kind: 'figure';
  /** An `svg` element for a page of HTML, which may have the package's style sheet. */
  readonly svg: string;
  /** The text of an SVG file, which needs no style sheet. */
  readonly file: string;
  /** The same in fixed colours, for programs that know no style sheets. */
  readonly plain: string;
  /** A `tikzpicture` for LaTeX. */
  readonly tikz: string;
  /** Its accessible name, and a description from which it could be drawn again. */
  readonly title: string;
  readonly description: string;
  readonly caption?: string;
  readonly label?: string;
}

/** A displayed equation or a derivation. */
export interface RenderedEquation {
  readonly kind: 'equation';
  /** For KaTeX or MathJax in display mode, without the dollars around it. */
  readonly tex: string;
  /** A sentence that the reader must know, such as why another form was taken. */
  readonly note?: string;
  readonly label?: string;
}

/** What is wrong in a block. */
export interface Mistake {
  /** Stable: `unknown-word`. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** Texts that would mend it between `start` and `end`, best first. */
  readonly expected?: readonly string[];
  /** Lines and columns from 1, offsets from 0. */
  readonly start: Place;
  readonly end: Place;
  /** A second place that takes part in it: the other end of a circle of edges. */
  readonly also?: { readonly start: Place; readonly end: Place };
  /** All of it as a person reads it, the line with the words underlined. */
  readonly explanation: string;
}

/** What a block makes, in its own order; nothing where there are mistakes. */
export interface Rendered {
  readonly parts: readonly (RenderedFigure | RenderedEquation)[];
  readonly mistakes: readonly Mistake[];
}

/**
 * The text of a `network` block into figures and equations, without any Markdown.
 *
 * @param text the block without its fences
 * @param notation how it is written, in the words of a block's `notation`: `nielsen`, or `goodfellow, loss L`
 * @throws {Error} for a notation that there is not
 */
export function render(text: string, { notation }: { readonly notation?: string } = {}): Rendered {
  const { parts, diagnostics } = compile(text, {
    networks: new Map(),
    ...(notation !== undefined && { notation: notationNamed(notation) }),
  });
  const source = sourceOf(text);
  const mistakes = diagnostics.map((diagnostic): Mistake => {
    const problem = problemAt(diagnostic, (offset) => placeAt(source, offset));
    return { ...problem, explanation: explain([problem], source, 'block') };
  });
  return { parts: parts.map(partOf), mistakes };
}

function partOf(part: Part): RenderedFigure | RenderedEquation {
  const label = part.label && { label: part.label.name };
  if (part.kind === 'equation') {
    const note = part.note === undefined ? {} : { note: part.note };
    return { kind: 'equation', tex: equationTex(part, part.tag?.text), ...note, ...label };
  }
  const { svg, diagram, title, description, caption } = part;
  const words = { title, description, ...(caption !== undefined && { caption }), ...label };
  return {
    kind: 'figure',
    svg: markup(svg),
    file: svgFile(svg),
    plain: markup(unstyled(svg)),
    tikz: tikz(diagram),
    ...words,
  };
}
