import { type CollectionEntry, getCollection } from 'astro:content';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { elements, hasClass, rendered } from './rendered';

export type Example = CollectionEntry<'examples'>;

/** The examples in the order of the gallery, from the simplest on. */
export async function examplesInOrder(): Promise<Example[]> {
  return (await getCollection('examples')).sort(
    (a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id),
  );
}

/** What stands for the example where it is one of many: its figures and its first equation. */
export async function sample(example: Example): Promise<{ html: string; isWhole: boolean }> {
  const tree = await rendered(example);
  const figures = elements(tree, (element) => element.tagName === 'figure');
  const walks = elements(tree, (element) => hasClass(element, 'network-walk'));
  const boxes = elements(tree, (element) => hasClass(element, 'network-equation'));
  const within = new Set(walks.flatMap((walk) => elements(walk, (each) => boxes.includes(each))));
  const equations = [...walks, ...boxes.filter((box) => !within.has(box))];
  const shown = [...figures, ...equations.slice(0, 1)];
  return {
    html: shown.map((element) => toHtml(anonymous(element))).join('\n'),
    isWhole: equations.length < 2,
  };
}

/** Without tools, steps and ids, of which a page may have each only once. */
function anonymous(element: Element): Element {
  const copy = structuredClone(element);
  visit(copy, 'element', (each) => {
    delete each.properties.id;
    each.children = each.children.filter(
      (child) =>
        child.type !== 'element' ||
        !['tools', 'network-steps', 'network-walk-start'].some((name) => hasClass(child, name)),
    );
  });
  return copy;
}
