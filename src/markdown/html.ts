import type { Element } from '../svg/element.ts';
import { escaped, markup, startTag } from '../svg/markup.ts';

/** An element as HTML, where an empty element has an end tag too unless it is SVG's. */
export const html = (element: Element): string => withoutBraces(written(element));

/** The start of an element that holds what another writes. */
export const htmlStart = (element: Element): string => withoutBraces(startTag(element));

function written(element: Element): string {
  if (element.name === 'svg') return markup(element);
  const inside = element.children.map((child) =>
    typeof child === 'string' ? escaped(child) : written(child),
  );
  return `${startTag(element)}${inside.join('')}</${element.name}>`;
}

/** Vue, Svelte and Liquid would read braces; nobody reads character references but the browser. */
const withoutBraces = (text: string): string =>
  text.replaceAll('{', '&#123;').replaceAll('}', '&#125;');
