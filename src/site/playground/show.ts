import { type Element, type Mistake, renderElements } from 'remark-network';

type Katex = NonNullable<NonNullable<Parameters<typeof renderElements>[1]>['katex']>;

/** What the playground shows of a block. */
export interface Shown {
  readonly elements: readonly Element[];
  readonly mistakes: readonly Mistake[];
  /** Lines from 1 that were left out, so that the rest of a wrong block can be shown. */
  readonly without: readonly number[];
}

/** A mistake may hide another: so often lines are left out before nothing is shown. */
const attempts = 3;

/** A block with everything that can be shown of it: where some of its lines are wrong, what the others make. */
export function show(text: string, katex: Katex): Shown {
  const rendering = { katex, link: 'katex' } as const;
  const { elements, mistakes } = renderElements(text, rendering);
  const lines = text.split('\n');
  const without = new Set<number>();
  let [rest, wrong] = [elements, mistakes];
  for (let attempt = 0; wrong.length > 0 && attempt < attempts; attempt++) {
    for (const { start } of wrong) without.add(start.line);
    const left = lines.map((line, place) => (without.has(place + 1) ? '' : line)).join('\n');
    const again = renderElements(left, rendering);
    [rest, wrong] = [again.elements, again.mistakes];
  }
  return { elements: rest, mistakes, without: [...without].sort((a, b) => a - b) };
}

/** The block's network as a figure to touch, where the block asks for none and there can be one. */
export function liveOf(text: string, katex: Katex): Element | undefined {
  if (/^\s*live\b/m.test(text)) return undefined;
  const { elements, mistakes } = renderElements(`${text}\nlive`, { katex });
  return mistakes.length === 0 ? elements.at(-1) : undefined;
}
