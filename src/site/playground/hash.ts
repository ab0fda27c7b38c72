/** The longest block that a link may bring: as much as the language reads, and no link is longer. */
const longest = 20_000;

const name = '#block=';

/** The part of an address that holds a block. */
export const hashOf = (text: string): string => name + encodeURIComponent(text.trimEnd());

/**
 * The block that an address holds; nothing where it holds none, or none that we would have written. Whoever made the
 * link wrote it, so it is text and never anything else: no control or direction characters, and no more than the
 * language reads.
 */
export function textIn(hash: string): string | undefined {
  // Each byte of three for a character, three characters for a byte.
  if (!hash.startsWith(name) || hash.length > 9 * longest) return undefined;
  try {
    const text = decodeURIComponent(hash.slice(name.length)).replaceAll(/\r\n?/g, '\n');
    const clean = text.replaceAll(/[^\n\t\P{C}]/gu, '\ufffd');
    return clean.length > longest ? undefined : clean;
  } catch {
    return undefined;
  }
}
