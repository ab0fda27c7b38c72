import type { Element as HastElement, Properties } from 'hast';
import type { Element } from '../svg/element.ts';

/** The names that hast has for attributes, where they are neither written alike nor `aria-` or `data-`. */
const names: ReadonlyMap<string, string> = new Map([
  ['class', 'className'],
  ['tabindex', 'tabIndex'],
  ['stroke-opacity', 'strokeOpacity'],
  ['stroke-width', 'strokeWidth'],
  ['stroke-dasharray', 'strokeDashArray'],
  ['stroke-dashoffset', 'strokeDashOffset'],
]);

const propertyName = (name: string): string =>
  names.get(name) ??
  (/^(?:aria|data)-/.test(name)
    ? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    : name);

/** Attributes as hast has them: classes as a list. */
export const properties = (attributes: Element['attributes']): Properties =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      propertyName(name),
      name === 'class' ? String(value).split(' ') : value,
    ]),
  );

/** An element as hast. */
export function hast({ name, attributes, children }: Element): HastElement {
  return {
    type: 'element',
    tagName: name,
    properties: properties(attributes),
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : hast(child),
    ),
  };
}
