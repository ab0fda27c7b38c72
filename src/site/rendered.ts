import { loadRenderers } from 'astro:container';
import { type CollectionEntry, render } from 'astro:content';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Collection } from './entry';

/** By an entry's content: feed, figures, cards and gallery all ask for the same. */
const trees = new Map<string, Promise<Root>>();

/** What an entry's page shows, as a tree of the caller's own, outside of any page. */
export async function rendered(entry: CollectionEntry<Collection>): Promise<Root> {
  const key = `${entry.collection}/${entry.id}/${entry.digest}`;
  const tree = trees.get(key) ?? treeOf(entry);
  trees.set(key, tree);
  return structuredClone(await tree);
}

async function treeOf(entry: CollectionEntry<Collection>): Promise<Root> {
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const { Content } = await render(entry);
  return unified()
    .use(rehypeParse, { fragment: true })
    .parse(await container.renderToString(Content));
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** The elements that a test picks, in the order of the page. */
export function elements(tree: Nodes, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}
