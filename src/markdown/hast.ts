import type { Element as HastElement } from 'hast';
import type { Element } from '../svg/element.ts';

/** The names that hast has for the attributes of our figures, where they differ. */
const properties: ReadonlyMap<string, string> = new Map([
  ['class', 'className'],
  ['aria-label', 'ariaLabel'],
  ['data-edge', 'dataEdge'],
  ['data-unit', 'dataUnit'],
  ['stroke-width', 'strokeWidth'],
  ['stroke-dasharray', 'strokeDashArray'],
]);

/** An SVG element as hast. */
export function hast({ name, attributes, children }: Element): HastElement {
  return {
    type: 'element',
    tagName: name,
    properties: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [properties.get(key) ?? key, value]),
    ),
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : hast(child),
    ),
  };
}
