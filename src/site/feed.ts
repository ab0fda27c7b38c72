import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { figurePath } from './entry';
import type { Post } from './posts';
import { hasClass, rendered } from './rendered';

const forThePage = [
  'katex-html',
  'network-choices',
  'network-controls',
  'network-frame-more',
  'network-plots',
  'network-terms',
  'network-walk-figure',
  'network-steps',
  'tools',
];

/** A post as feeds can carry it: whole, its figures as files, its mathematics as MathML, its addresses absolute. */
export async function feedHtml(post: Post, site: URL): Promise<string> {
  const tree = await rendered(post);
  const home = new URL(`/posts/${post.id}/`, site);
  let figures = 0;
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.tagName === 'svg' && hasClass(node, 'network-figure')) {
      figures += 1;
      const src = new URL(figurePath('posts', post.id, figures), site).href;
      parent.children[index] = image(src, node);
      return SKIP;
    }
    // The visual half needs KaTeX's style sheet, which a feed reader has not; where MathML is unknown, its source in
    // TeX would stand beside it as text. Tools, plots of a live figure, terms to light and steps are for the page.
    if (node.tagName === 'annotation' || forThePage.some((name) => hasClass(node, name))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'network-figure') Object.assign(node, { tagName: 'div', properties: {} });
    for (const name of ['href', 'src']) {
      const address = node.properties[name];
      if (typeof address === 'string') node.properties[name] = new URL(address, home).href;
    }
    return undefined;
  });
  return toHtml(tree);
}

function image(src: string, { properties: { width, height, ariaLabel } }: Element): Element {
  return {
    type: 'element',
    tagName: 'img',
    properties: { src, alt: ariaLabel, width, height },
    children: [],
  };
}
