import type { Element } from '../svg/element.ts';
import { escaped, markup, startTag } from '../svg/markup.ts';

/** Markup that is finished, as a typesetter gives it. */
export interface Finished {
  readonly markup: string;
}

/** An element that may have something else in it. */
export interface Tree<Other> extends Omit<Element, 'children'> {
  readonly children: readonly (Tree<Other> | Other | string)[];
}

/** An element as HTML, where an empty element has an end tag too unless it is SVG's. */
export const html = (element: Element): string => htmlAround(element);

/** The same around markup that is finished, or that markup alone. */
export const htmlAround = (tree: Tree<Finished> | Finished): string => withoutBraces(written(tree));

/** The start of an element that holds what another writes. */
export const htmlStart = (element: Omit<Element, 'children'>): string =>
  withoutBraces(startTag(element));

function written(tree: Tree<Finished> | Finished): string {
  if ('markup' in tree) return tree.markup;
  // No formula stands in a picture.
  if (tree.name === 'svg') return markup(tree as Element);
  const inside = tree.children.map((child) =>
    typeof child === 'string' ? escaped(child) : written(child),
  );
  return `${startTag(tree)}${inside.join('')}</${tree.name}>`;
}

/** Vue, Svelte and Liquid would read braces; nobody reads character references but the browser. */
const withoutBraces = (text: string): string =>
  text.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
