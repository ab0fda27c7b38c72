import type { Element } from './element.ts';

/** An element tree as well-formed XML. */
export function markup({ name, attributes, children }: Element): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const inside = children
    .map((child) => (typeof child === 'string' ? escaped(child) : markup(child)))
    .join('');
  return `<${name}${written}>${inside}</${name}>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities.get(character) ?? '');
