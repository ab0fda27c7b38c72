import { notationNamed } from '../page/blocks.ts';
import type { Checks } from '../page/checks.ts';
import type { Linking } from '../page/links.ts';
import { makePage, type Page } from '../page/page.ts';
import type { Piece } from '../page/piece.ts';
import type { Source } from '../page/place.ts';
import { type Katex, type Typeset, typesetBy } from './typeset.ts';

export type { Linking };

/** The options of the plugin, the same in every host. */
export interface Options {
  /**
   * What a mistake does. By default it stops the build, with every mistake of the file. Lenient, a wrong block shows
   * its error and its text in place, and the rest of the page stands.
   */
  readonly lenient?: boolean;
  /**
   * Which formulas of the author must be true: those that say so, `$$ check multi`; or all displayed ones that speak of
   * a network of the page, save those marked `$$ unchecked`.
   */
  readonly check?: Checks;
  /** How all pages are written, in the words of a block's `notation`: `nielsen`, or `goodfellow, loss L`. */
  readonly notation?: string;
  /**
   * Links the terms of equations to the figures of their network, so that pointing at one lights the other. Says who
   * typesets the page, since that takes a command of theirs: with `katex`, give rehype-katex our `katexOptions`. Import
   * `remark-network/links.css` on the page. By default equations are plain TeX.
   */
  readonly link?: Linking;
  /**
   * KaTeX itself, `import katex from 'katex'`, for a host in which no other plugin typesets: all formulas of a page
   * are typeset with it, the author's own included.
   */
  readonly katex?: Katex;
}

/** The options as adapters need them. */
export interface Setup {
  readonly lenient: boolean;
  readonly typeset: Typeset | undefined;
  readonly page: (pieces: readonly Piece[], source: Source, path: string) => Page;
}

/** @throws {Error} for a notation that there is not */
export function setup({ lenient = false, check, notation, link, katex }: Options): Setup {
  const around = notation === undefined ? undefined : notationNamed(notation);
  return {
    lenient,
    typeset: katex && typesetBy(katex),
    page: (pieces, source, path) =>
      makePage(pieces, source, path.replace(/^.*[/\\]/, ''), { check, notation: around, link }),
  };
}
