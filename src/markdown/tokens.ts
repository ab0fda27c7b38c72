import type { Piece } from '../page/piece.ts';
import { fencedText, type Locate, placeAt, runningText, type Source } from '../page/place.ts';
import { displayed } from './displayed.ts';

/** A token of markdown-it, as far as it is asked for. */
export interface Token {
  readonly type: string;
  content: string;
  readonly info: string;
  readonly map: readonly [number, number] | null;
  readonly markup: string;
  children: Token[] | null;
  attrGet(name: string): string | null;
}

/** A piece, the token that it is, and the token that ends it where it is a pair. */
export interface Found {
  readonly piece: Piece;
  readonly token: Token;
  readonly end?: Token;
}

/** The pieces of a page's tokens in their order. Only blocks have a place there: that of a piece within is looked for. */
export function findTokens(tokens: readonly Token[], source: Source): readonly Found[] {
  const found: Found[] = [];
  // How far in the source the page has been read.
  let at = 0;
  for (const token of tokens) {
    if (token.map) at = Math.max(at, startOf(token, source));
    if (token.type === 'fence') found.push(...fence(token, source));
    else if (/^math_block/.test(token.type)) {
      found.push({ token, piece: displayed(token.content, source, after(source, '$$', at)) });
    } else if (token.children) at = inline(token.children, source, at, found);
  }
  return found;
}

function fence(token: Token, source: Source): readonly Found[] {
  if (!/^\s*network(?:\s|$)/.test(token.info)) return [];
  const words = token.info.replace(/^\s*network/, '').trim();
  const text = token.content.replace(/\n$/, '');
  const behindMarks = after(source, token.markup, startOf(token, source));
  const open = after(source, 'network', behindMarks);
  const locate: Locate =
    text === ''
      ? () => placeAt(source, behindMarks - token.markup.length)
      : fencedText(source, text, firstLine(token) + 2);
  const locateInfo = runningText(source, words, open);
  return [{ token, piece: { kind: 'block', text, locate, info: words, locateInfo } }];
}

/** Reads the tokens of one piece of running text, and returns the offset behind it. */
function inline(children: readonly Token[], source: Source, start: number, found: Found[]): number {
  let at = start;
  let links = 0;
  for (const [index, token] of children.entries()) {
    const linked = links > 0;
    const locate = runningText(source, token.content, at);
    if (token.type === 'text')
      found.push({ token, piece: { kind: 'text', text: token.content, locate, linked } });
    else if (/^math_inline/.test(token.type))
      found.push({ token, piece: { kind: 'inline', tex: token.content, locate, linked } });
    else if (token.type === 'link_open') {
      const end = children[index + 1];
      const address = token.attrGet('href') ?? '';
      const place = placeAt(source, Math.max(start, source.text.indexOf('[', at)));
      if (end?.type === 'link_close')
        found.push({ token, end, piece: { kind: 'link', address, place } });
      links++;
    } else if (token.type === 'link_close') {
      links--;
      // An address is written behind the link's words: it is no text.
      if (source.text.startsWith('](', at)) at = after(source, ')', at);
    }
    if (token.content !== '') at = locate(token.content.length).offset;
  }
  return at;
}

/** Where a token begins, counted from 0; one that another plugin made may have no place. */
const firstLine = ({ map }: Token): number => map?.[0] ?? 0;
const startOf = (token: Token, source: Source): number => source.starts[firstLine(token)] ?? 0;

/** The offset behind the next occurrence of some text. */
function after(source: Source, text: string, from: number): number {
  const found = source.text.indexOf(text, from);
  return found < 0 ? from : found + text.length;
}
