import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { standaloneSheet } from 'remark-network';
import { elements, hasClass } from './rendered';

/** A figure of a page: its drawing, and whether other places can refer to it. */
export interface Figure {
  readonly svg: Element;
  readonly labelled: boolean;
}

/** The figures that blocks drew, in the order of the page: the place of each is the number in its file's name. */
export function figures(tree: Root): readonly Figure[] {
  return elements(tree, (element) => hasClass(element, 'network') && element.tagName === 'figure')
    .map((figure) => ({ svg: drawing(figure), labelled: figure.properties.id !== undefined }))
    .filter((figure): figure is Figure => figure.svg !== undefined);
}

/** The drawing within a figure. */
export const drawing = (figure: Element): Element | undefined =>
  elements(figure, (element) => hasClass(element, 'network-figure'))[0];

/** The figure as a file: outside a page it follows the reader's colour scheme by a style sheet of its own. */
export function standalone(svg: Element): string {
  const style: Element = {
    type: 'element',
    tagName: 'style',
    properties: {},
    children: [{ type: 'text', value: standaloneSheet() }],
  };
  return toHtml({ ...svg, children: [style, ...svg.children] }, { space: 'svg' });
}
