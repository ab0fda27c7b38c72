import { type CollectionEntry, getCollection } from 'astro:content';

export type Doc = CollectionEntry<'docs'>;

export interface Section {
  readonly title: string;
  readonly pages: readonly Doc[];
}

/** Every page of the docs in the order in which one would read them. */
const order: readonly (readonly [title: string, ids: readonly string[]])[] = [
  ['Begin', ['start', 'hosts', 'command']],
  ['Write', ['language', 'notation', 'rules']],
  ['Publish', ['theming', 'accessibility', 'security', 'limits']],
  ['Build on it', ['api', 'extend', 'comparison']],
];

/** @throws {Error} for a page that no section lists: nobody would find it */
export async function docsInOrder(): Promise<readonly Section[]> {
  const left = new Map((await getCollection('docs')).map((page) => [page.id, page]));
  const sections = order.map(([title, ids]) => ({
    title,
    pages: ids.flatMap((id) => {
      const page = left.get(id);
      left.delete(id);
      return page === undefined ? [] : [page];
    }),
  }));
  const lost = [...left.keys()].join(', ');
  if (lost !== '') throw new Error(`No section of the docs lists ${lost}: see src/site/docs.ts.`);
  return sections;
}
