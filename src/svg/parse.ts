import { certain } from '../certain.ts';
import type { Element } from './element.ts';

/**
 * Well-formed markup as an element tree: what KaTeX prints, and `markup` itself, which both write `>` in an attribute
 * as a character reference. No comments, no declarations.
 *
 * @throws {Error} where the markup is not well-formed
 */
export function parseMarkup(markup: string): Element {
  // No end tag has the outermost one's name, so that it stays open.
  const outermost: Open = { name: '', children: [] };
  const open = [outermost];
  // Typeset formulas say the same few things over and over.
  const known = new Map<string, Tag>();
  for (let at = 0; at < markup.length; ) {
    const { children } = certain(open.at(-1));
    const start = markup.indexOf('<', at);
    if (start !== at) {
      const text = start < 0 ? markup.slice(at) : markup.slice(at, start);
      children.push(unescaped(text));
      at += text.length;
      continue;
    }
    const end = markup.indexOf('>', at);
    const written = markup.slice(at + 1, end);
    if (end >= 0 && written.startsWith('/')) {
      if (certain(open.pop()).name !== written.slice(1))
        throw new Error(`<${written}> closes nothing at ${at}`);
    } else {
      const tag = end < 0 ? undefined : (known.get(written) ?? tagOf(written));
      if (tag === undefined)
        throw new Error(`not well-formed at ${at}: ${markup.slice(at, at + 40)}`);
      known.set(written, tag);
      const element = { name: tag.name, attributes: tag.attributes, children: [] };
      children.push(element);
      if (!tag.isClosed) open.push(element);
    }
    at = end + 1;
  }
  const [root] = outermost.children;
  if (open.length > 1 || root === undefined || typeof root === 'string')
    throw new Error('markup is one element');
  return root;
}

interface Open {
  readonly name: string;
  readonly children: (Element | string)[];
}

/** What stands between `<` and `>` where an element begins. */
interface Tag {
  readonly name: string;
  readonly attributes: Element['attributes'];
  /** Whether the element ends there as well. */
  readonly isClosed: boolean;
}

function tagOf(written: string): Tag | undefined {
  const tag = /^([\w-]+)((?:\s+[\w:-]+\s*="[^"]*")*)\s*(\/?)$/.exec(written);
  if (tag === null) return undefined;
  const [, name, attributes, closed] = tag;
  return {
    name: certain(name),
    attributes: readAttributes(certain(attributes)),
    isClosed: closed !== '',
  };
}

function readAttributes(written: string): Element['attributes'] {
  const found: (readonly [string, string])[] = [];
  const pattern = /([\w:-]+)\s*="([^"]*)"/g;
  for (let each = pattern.exec(written); each !== null; each = pattern.exec(written))
    found.push([certain(each[1]), unescaped(certain(each[2]))]);
  return Object.fromEntries(found);
}

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
