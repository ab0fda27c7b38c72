import type { Element } from './element.ts';
import { markup } from './markup.ts';
import { standaloneSheet } from './paint.ts';

/** A figure as the text of a file of its own, which follows the reader's colour scheme by itself. */
export function svgFile(svg: Element): string {
  const sheet: Element = { name: 'style', attributes: {}, children: [standaloneSheet()] };
  return `${markup({ ...svg, children: [sheet, ...svg.children] })}\n`;
}

/** A figure without its styles: what is left are attributes, which every program that draws SVG knows. */
export function unstyled({
  attributes: { style: _, ...attributes },
  name,
  children,
}: Element): Element {
  return {
    name,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? child : unstyled(child))),
  };
}
