import { type CollectionEntry, getCollection } from 'astro:content';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { figurePath } from './entry';
import { drawing } from './figures';
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
  const drawn = figures.filter((figure) => hasClass(figure, 'network') && drawing(figure));
  for (const [place, figure] of drawn.entries())
    asPicture(figure, figurePath('examples', example.id, place + 1));
  const shown = [...figures, ...equations.slice(0, 1)];
  return {
    html: shown.map((element) => toHtml(anonymous(element))).join('\n'),
    isWhole: equations.length < 2,
  };
}

/** The figure's drawing as a file, which is fetched once it comes near: written into one page, all of them are heavy. */
function asPicture(figure: Element, src: string): void {
  visit(figure, 'element', (each, index, parent) => {
    if (index === undefined || parent === undefined || !hasClass(each, 'network-figure')) return;
    const { width, height, ariaLabel } = each.properties;
    parent.children[index] = {
      type: 'element',
      tagName: 'img',
      properties: {
        className: ['network-figure'],
        src,
        width,
        height,
        alt: ariaLabel,
        loading: 'lazy',
      },
      children: [],
    };
  });
}

/** Without tools, steps and ids, of which a page may have each only once. */
function anonymous(element: Element): Element {
  const copy = structuredClone(element);
  visit(copy, 'element', (each) => {
    delete each.properties.id;
    // Nothing is touched here: what a live figure would go on from stands on its own page.
    delete each.properties.dataNetwork;
    each.children = each.children.filter(
      (child) =>
        child.type !== 'element' ||
        !['tools', 'network-controls', 'network-steps', 'network-walk-start'].some((name) =>
          hasClass(child, name),
        ),
    );
  });
  return copy;
}
