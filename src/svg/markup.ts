import { certain } from '../certain.ts';
import type { Element } from './element.ts';

/** An element tree as well-formed XML. */
export function markup(element: Element): string {
  const { name, children } = element;
  if (children.length === 0) return `${startTag(element).slice(0, -1)}/>`;
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : markup(child)))
    .join('');
  return `${startTag(element)}${inside}</${name}>`;
}

/** How long its markup is, without writing it. */
export function markupLength({ name, attributes, children }: Element): number {
  let length = name.length + 2;
  for (const key of Object.keys(attributes))
    length += key.length + 4 + lengthOf(key, certain(attributes[key]));
  if (children.length === 0) return length + 1;
  for (const child of children)
    length += typeof child === 'string' ? escaped(child).length : markupLength(child);
  return length + name.length + 3;
}

/** Path data is the most of a figure, and nothing in it is escaped. */
const lengthOf = (key: string, value: string | number): number =>
  typeof value === 'number' || key === 'd' ? `${value}`.length : escaped(value).length;

export function startTag({ name, attributes }: Omit<Element, 'children'>): string {
  let written = `<${name}`;
  for (const key of Object.keys(attributes))
    written += ` ${key}="${escaped(String(attributes[key]))}"`;
  return `${written}>`;
}

/** A text in which nothing is markup. */
export const escaped = (text: string): string =>
  isMarkup.test(text)
    ? text.replace(/[&<>"]/g, (character) => certain(entities.get(character)))
    : text;

/** Asked first, since hardly any text has some. */
const isMarkup = /[&<>"]/;

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
