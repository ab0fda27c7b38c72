import type { Content } from '../page/piece.ts';
import { sourceOf } from '../page/place.ts';
import type { Problem } from '../page/problem.ts';
import { explain } from '../page/problem.ts';
import type { Element } from '../svg/element.ts';
import { asIs, contentElement, equationBox, formulaElement, formulaMarkup } from './elements.ts';
import { type Finished, htmlAround, htmlStart, type Tree } from './html.ts';
import { latexText } from './latex-text.ts';
import { type Options, setup } from './options.ts';
import { type Found, scan } from './scan.ts';
import type { Typeset } from './typeset.ts';

export interface TextOptions extends Omit<Options, 'lenient'> {
  /** `latex` for Pandoc's raw LaTeX: its displayed formulas, links to anchors; give `figure` as well. */
  readonly to?: 'markdown' | 'latex';
  /** How the figures of a page are written in it; by default as HTML. Gets the figure's number from 1. */
  readonly figure?: (figure: Extract<Content, { kind: 'figure' }>, place: number) => string;
  /** What stands before and behind displayed mathematics that we make; by default `$$` on lines of their own. */
  readonly display?: readonly [string, string];
}

export interface RenderedText {
  /** The text in which every block has become its figures and equations; all else is as it was. */
  readonly text: string;
  readonly blocks: number;
  readonly problems: readonly Problem[];
  /** The problems as a person reads them. */
  readonly explanation: string;
}

/**
 * A Markdown text into another, for hosts that no plugin of ours reaches: blocks become HTML and displayed formulas,
 * references links, and whatever the page has nothing to do with stays as it is, to the letter. Where something is
 * wrong, it shows itself in its place.
 *
 * @param path the file's name, for what is told of it
 * @throws {Error} for a notation that there is not
 */
export function renderText(text: string, options: TextOptions = {}, path = 'text'): RenderedText {
  const { typeset, page: pageOf } = setup(options);
  const source = sourceOf(text);
  const found = scan(source);
  const page = pageOf(
    found.map(({ piece }) => piece),
    source,
    path,
  );
  let [written, at, figures] = ['', 0, 0];
  for (const [index, each] of found.entries()) {
    const contents = page.outcomes[index]?.contents ?? (typeset && asIs(each.piece));
    if (contents === undefined) continue;
    const parts = contents.map((content) => {
      if (content.kind === 'figure' && options.figure) return options.figure(content, ++figures);
      if (options.to === 'latex') return latexText(content, each);
      return contentText(content, each, options.display ?? ['$$\n', '\n$$'], typeset);
    });
    const isBlock = each.piece.kind === 'block' || each.piece.kind === 'display';
    const replaced = isBlock
      ? parts
          .join('\n\n')
          .replace(/\n(?!\n)/g, `\n${each.prefix}`)
          .replaceAll('\n\n', `\n${each.prefix.trimEnd()}\n`)
      : parts.join('');
    written += text.slice(at, each.start) + replaced;
    at = each.end;
  }
  return {
    text: written + text.slice(at),
    blocks: found.filter(({ piece }) => piece.kind === 'block').length,
    problems: page.problems,
    explanation: page.problems.length === 0 ? '' : explain(page.problems, source, path),
  };
}

function contentText(
  content: Content,
  { marks = ['$', '$'] }: Found,
  [open, close]: readonly [string, string],
  typeset: Typeset | undefined,
): string {
  if (content.kind === 'text') return content.text;
  if (typeset === undefined) {
    if (content.kind === 'formula') return `${marks[0]}${content.tex}${marks[1]}`;
    if (content.kind === 'display') return `${open}${content.tex}${close}`;
    if (content.kind === 'equation') {
      // Blank lines let Markdown go on inside; kramdown wants to be told.
      const box = equationBox(content, []);
      const start = htmlStart({ ...box, attributes: { ...box.attributes, markdown: 1 } });
      return `${start}\n\n${open}${content.tex}${close}\n\n</div>`;
    }
  }
  if (content.kind === 'reference' && typeset === undefined) {
    const { kind, value } = content.content;
    const words = kind === 'text' ? value : `${marks[0]}${value}${marks[1]}`;
    return `${htmlStart(contentElement(content, formulaElement) as Element)}${words}</a>`;
  }
  const isDelimited = typeset === undefined && content.kind === 'derivation';
  const formula = isDelimited ? delimited : formulaMarkup(typeset);
  const element = contentElement(content, formula) as Tree<Finished> | Finished;
  // KaTeX's own element is a span, around which Markdown would put a paragraph.
  const block =
    content.kind === 'display' ? { name: 'div', attributes: {}, children: [element] } : element;
  // A line break would end an element of the text, or begin one of Markdown's.
  const written = htmlAround(block).replace(/\r?\n/g, '&#10;');
  return /^<(?:div|figure|p)\b/.test(written) ? written : withoutMarkdown(written);
}

/** Within HTML no Markdown looks for formulas, but the scripts that typeset in the browser do, between these. */
const delimited = (tex: string): Element => ({
  name: 'span',
  attributes: { class: 'math-inline' },
  children: [`\\(${tex}\\)`],
});

/** What stands between inline tags is Markdown still; character references never are, nor are they part of addresses. */
const withoutMarkdown = (inline: string): string =>
  inline.replace(/>[^<]+</g, (text) =>
    text.replace(/(?<!^)[^A-Za-z\d\s&#;](?!$)/gu, (sign) => `&#${sign.codePointAt(0)};`),
  );
