import type { Element as HastElement, Properties } from 'hast';
import type { Element } from '../svg/element.ts';

/** The names that hast has for other attributes than `class`, where they are not written alike; of `aria-` and `data-` those that figures are full of. */
const names: ReadonlyMap<string, string> = new Map([
  ['data-edge', 'dataEdge'],
  ['data-unit', 'dataUnit'],
  ['aria-hidden', 'ariaHidden'],
  ['tabindex', 'tabIndex'],
  ['stroke-opacity', 'strokeOpacity'],
  ['stroke-width', 'strokeWidth'],
  ['stroke-dasharray', 'strokeDashArray'],
  ['stroke-dashoffset', 'strokeDashOffset'],
]);

const propertyName = (name: string): string =>
  names.get(name) ??
  (name.startsWith('aria-') || name.startsWith('data-')
    ? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    : name);

/** Attributes as hast has them: classes as a list. */
export function properties(attributes: Element['attributes']): Properties {
  const all: Properties = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (name === 'class') all.className = String(value).split(' ');
    else all[propertyName(name)] = value;
  }
  return all;
}

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
