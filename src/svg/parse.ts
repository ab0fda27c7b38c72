import { certain } from '../certain.ts';
import type { Element } from './element.ts';

/**
 * Well-formed markup as an element tree: what KaTeX prints, and `markup` itself. No comments, no declarations.
 *
 * @throws {Error} where the markup is not well-formed
 */
export function parseMarkup(markup: string): Element {
  // No end tag has the outermost one's name, so that it stays open.
  const outermost: Open = { name: '', attributes: {}, children: [] };
  const open = [outermost];
  // Typeset formulas say the same few things over and over.
  const known = new Map<string, Open['attributes']>();
  const attributesOf = (written: string): Open['attributes'] => {
    const attributes = known.get(written) ?? readAttributes(written);
    known.set(written, attributes);
    return attributes;
  };
  const tokens = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+\s*="[^"]*")*)\s*(\/?)>|([^<]+)/y;
  while (tokens.lastIndex < markup.length) {
    const at = tokens.lastIndex;
    const found = tokens.exec(markup);
    if (found === null) throw new Error(`not well-formed at ${at}: ${markup.slice(at, at + 40)}`);
    const [, end, name, attributes, closed, text] = found;
    const { children } = certain(open.at(-1));
    if (text !== undefined) children.push(unescaped(text));
    else if (name !== undefined) {
      const element = { name, attributes: attributesOf(certain(attributes)), children: [] };
      children.push(element);
      if (closed === '') open.push(element);
    } else if (open.pop()?.name !== end) throw new Error(`</${end}> closes nothing at ${at}`);
  }
  const [root] = outermost.children;
  if (open.length > 1 || root === undefined || typeof root === 'string')
    throw new Error('markup is one element');
  return root;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const readAttributes = (written: string): Open['attributes'] =>
  Object.fromEntries(
    [...written.matchAll(/([\w:-]+)\s*="([^"]*)"/g)].map(([, name, value]) => [
      name,
      unescaped(certain(value)),
    ]),
  );

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

const unescaped = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, character) : text;

function character(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named.get(name) ?? whole;
  return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}
