import { placeAt, runningText, type Source } from '../page/place.ts';
import type { Found } from './scan.ts';

/**
 * Code, comments, links without words, formulas; and what an escape keeps from being one of them. As in Pandoc, a
 * dollar that begins a formula has something behind it, and one that ends it something before it and no digit behind.
 */
const spans =
  /(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)|<!--[\s\S]*?-->|\[\]\((?<address>#[^\s)]*)\)|(?<dollars>\$\$|\$(?!\s))(?<tex>[\s\S]*?[^\\$])\k<dollars>(?<!\s\$)(?!\$|(?<!\$\$)\d)|(?<slashes>\\\\?)\((?<inside>[\s\S]*?[^\\])\k<slashes>\)|(?<reference>\\(?:eqref|ref)\{[^{}]*\})|\\[^A-Za-z(]/g;

/** The pieces of running text, from one offset of a file to another. */
export function scanProse(source: Source, from: number, to: number): readonly Found[] {
  const text = source.text.slice(from, to);
  const links = linkWords(text);
  const found: Found[] = [];
  for (const match of text.matchAll(spans)) {
    const { 0: whole, index, groups = {} } = match;
    const [start, end] = [from + index, from + index + whole.length];
    const linked = links.some(([first, last]) => first <= index && index < last);
    const common = { start, end, prefix: '' };
    const formula = (tex: string, ...marks: readonly [string, string]): void => {
      const locate = runningText(source, tex, start + marks[0].length);
      found.push({ ...common, marks, piece: { kind: 'inline', tex, linked, locate } });
    };
    const { address, dollars, tex, slashes, inside, reference } = groups;
    if (address !== undefined)
      found.push({ ...common, piece: { kind: 'link', address, place: placeAt(source, start) } });
    else if (dollars !== undefined && tex !== undefined) formula(tex, dollars, dollars);
    else if (slashes !== undefined && inside !== undefined)
      formula(inside, `${slashes}(`, `${slashes})`);
    else if (reference !== undefined) {
      const locate = (offset: number) => placeAt(source, start + offset);
      found.push({ ...common, piece: { kind: 'text', text: reference, linked, locate } });
    }
  }
  return found;
}

/** Where the words of links stand. */
const linkWords = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]\(/g)].map(({ index, 1: words = '' }) => [
    index,
    index + words.length + 1,
  ]);
