import { certain } from './certain.ts';
import { contentElement, formulaElement } from './markdown/elements.ts';
import { type Options, setup } from './markdown/options.ts';
import { placeAt, sourceOf } from './page/place.ts';
import { explain } from './page/problem.ts';
import type { Mistake } from './render.ts';
import type { Element } from './svg/element.ts';

/** What a page shows of one block. */
export interface RenderedElements {
  /**
   * Figures, those that can be touched included, and equations with their numbers, terms and notes, in the block's
   * order. Where no KaTeX is given, formulas are TeX in elements of the class `math-display` or `math-inline`.
   */
  readonly elements: readonly Element[];
  readonly mistakes: readonly Mistake[];
}

/**
 * The text of a `network` block into what a page shows of it: plain element trees, for a program that makes elements of
 * its own from them, or for `html`.
 *
 * @param text the block without its fences
 * @throws {Error} for a notation that there is not
 */
export function renderElements(
  text: string,
  options: Omit<Options, 'lenient' | 'check'> = {},
): RenderedElements {
  const { page, typeset } = setup(options);
  const source = sourceOf(text);
  const locate = (offset: number) => placeAt(source, offset);
  const block = { kind: 'block', text, locate, info: '', locateInfo: locate } as const;
  const { outcomes, problems } = page([block], source, 'block');
  const contents = outcomes.flatMap((outcome) => certain(outcome.contents));
  return {
    elements: contents
      .filter(({ kind }) => kind !== 'mistake')
      .map((content) =>
        contentElement(content, (tex, displayed) => formulaElement(tex, displayed, typeset)),
      )
      .filter((element) => typeof element !== 'string'),
    mistakes: problems.map((problem) => ({
      ...problem,
      explanation: explain([problem], source, 'block'),
    })),
  };
}
