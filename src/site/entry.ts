import { slug } from 'github-slugger';

/** The folders of `content/`, each a collection of the same name. */
export type Collection = 'posts' | 'examples' | 'docs';

/** An entry's id, from its path within its collection: `2026/A network.md` has `2026/a-network`. */
export function entryId(path: string): string {
  return path
    .replace(/(?:\/index)?\.mdx?$/, '')
    .split('/')
    .map((part) => slug(part))
    .join('/');
}

/** Which entry of which collection a file below `content/` is. */
export function entryOf(path: string): { collection: string; id: string } | undefined {
  const [, collection, rest] = /(?:^|\/)content\/([^/]+)\/(.+\.mdx?)$/.exec(path) ?? [];
  if (collection === undefined || rest === undefined) return undefined;
  return { collection, id: entryId(rest) };
}

/** Where an entry's figure stands as a file, counted from 1: feeds strip inline SVG, and readers may want it. */
export const figurePath = (collection: string, id: string, number: number): string =>
  `/figures/${collection}/${id}-${number}.svg`;
