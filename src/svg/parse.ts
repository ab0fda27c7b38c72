import type { Element } from './element.ts';

/**
 * Well-formed markup as an element tree: what KaTeX prints, and `markup` itself. No comments, no declarations.
 *
 * @throws {Error} where the markup is not well-formed
 */
export function parseMarkup(markup: string): Element {
  const open: {
    name: string;
    attributes: Record<string, string>;
    children: (Element | string)[];
  }[] = [{ name: '', attributes: {}, children: [] }];
  const tokens = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+\s*="[^"]*")*)\s*(\/?)>|([^<]+)/y;
  while (tokens.lastIndex < markup.length) {
    const at = tokens.lastIndex;
    const found = tokens.exec(markup);
    if (found === null) throw new Error(`not well-formed at ${at}: ${markup.slice(at, at + 40)}`);
    const [, end, name, attributes = '', closed, text] = found;
    const parent = open.at(-1);
    if (text !== undefined) parent?.children.push(unescaped(text));
    else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      parent?.children.push(element);
      if (closed === '') open.push(element);
    } else if (open.pop()?.name !== end) throw new Error(`</${end}> closes nothing at ${at}`);
  }
  const [root] = open[0]?.children ?? [];
  if (open.length > 1 || root === undefined || typeof root === 'string')
    throw new Error('markup is one element');
  return root;
}

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/([\w:-]+)\s*="([^"]*)"/g)].map(([, name, value = '']) => [
      name,
      unescaped(value),
    ]),
  );

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named.get(name) ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
