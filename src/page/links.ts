import type { Equation } from '../figure.ts';
import { hash } from './hash.ts';
import type { Content } from './piece.ts';

/** Who typesets the page: each has a command of its own that gives a class to a part of a formula. */
export type Linking = 'katex' | 'mathjax';

/** A formula with linked terms as a typesetter reads it. */
export const linkedTex = (tex: string, link: Linking | undefined): string =>
  link === 'mathjax' ? tex.replaceAll('\\htmlClass{network-term', '\\class{network-term') : tex;

/** The terms of an equation, each once, under a name of their own: two pages may be shown as one. */
export function termsOf({ rows }: Equation, tex: string): readonly Content[] {
  const terms = new Map(rows.flatMap((row) => row.terms).map((term) => [term.text, term]));
  if (terms.size === 0) return [];
  return [{ kind: 'terms', name: `network-terms-${hash(tex)}`, terms: [...terms.values()] }];
}
