import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { standaloneSheet } from 'remark-network';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Post } from './posts';

/** A post as feeds can carry it: whole, its figures as files, its mathematics as MathML. */
export interface FeedPost {
  readonly html: string;
  /** The figures of the post in their order, each a file of its own. */
  readonly figures: readonly string[];
}

/** Where a post's figure stands as a file: feeds strip inline SVG. */
export const figurePath = (post: Post, place: number): string =>
  `/figures/${post.id}-${place + 1}.svg`;

export async function feedPost(post: Post, site: URL): Promise<FeedPost> {
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const { Content } = await render(post);
  const tree = unified()
    .use(rehypeParse, { fragment: true })
    .parse(await container.renderToString(Content));
  const home = new URL(`/posts/${post.id}/`, site);
  const figures: string[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.tagName === 'svg' && hasClass(node, 'network-figure')) {
      const src = new URL(figurePath(post, figures.length), site).href;
      figures.push(standalone(node));
      parent.children[index] = image(src, node);
      return SKIP;
    }
    // The visual half needs KaTeX's style sheet, which a feed reader has not; where MathML is unknown, its source in
    // TeX would stand beside it as text.
    // A list of terms to light in a figure is of no use beside a picture.
    if (
      hasClass(node, 'katex-html') ||
      node.tagName === 'annotation' ||
      hasClass(node, 'network-terms')
    ) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    for (const name of ['href', 'src']) {
      const address = node.properties[name];
      if (typeof address === 'string') node.properties[name] = new URL(address, home).href;
    }
    return undefined;
  });
  return { html: toHtml(tree as Root), figures };
}

function image(src: string, { properties: { width, height, ariaLabel } }: Element): Element {
  return {
    type: 'element',
    tagName: 'img',
    properties: { src, alt: ariaLabel, width, height },
    children: [],
  };
}

/** The figure as a file: outside a page it follows the reader's colour scheme by a style sheet of its own. */
function standalone(svg: Element): string {
  const style: Element = {
    type: 'element',
    tagName: 'style',
    properties: {},
    children: [{ type: 'text', value: standaloneSheet() }],
  };
  return toHtml({ ...svg, children: [style, ...svg.children] }, { space: 'svg' });
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
