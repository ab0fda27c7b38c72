import Slugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hasClass } from './has-class.ts';

/** A heading as the contents show it. */
export interface Section {
  readonly depth: number;
  readonly id: string;
  readonly html: string;
}

/**
 * Gives the headings their ids, and the page its contents as `contents` in the front matter. A formula is in a page
 * three times: as MathML, as TeX and as KaTeX's boxes. Here it counts once, as MathML.
 */
export default function rehypeContents() {
  return (tree: Root, file: VFile): void => {
    const slugger = new Slugger();
    const contents: Section[] = [];
    visit(tree, 'element', (heading) => {
      if (!/^h[23]$/.test(heading.tagName) || hasClass(heading, 'sr-only')) return undefined;
      const children = heading.children.map(plain);
      const words = textOf({ type: 'root', children });
      heading.properties.id ??= slugger.slug(words);
      const depth = Number(heading.tagName.slice(1));
      contents.push({ depth, id: String(heading.properties.id), html: toHtml(children) });
      return SKIP;
    });
    const { frontmatter } = (file.data as { astro?: { frontmatter?: object } }).astro ?? {};
    if (frontmatter !== undefined) Object.assign(frontmatter, { contents });
  };
}

/** Without links and ids, which would stand twice, and with formulas as MathML alone. */
function plain(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (hasClass(node, 'katex')) return mathOf(node) ?? node;
  const children = node.children.map(plain);
  if (node.tagName === 'a') return { type: 'element', tagName: 'span', properties: {}, children };
  const { id: _, ...properties } = node.properties;
  return { ...node, properties, children };
}

function mathOf(formula: Element): Element | undefined {
  let math: Element | undefined;
  visit(formula, 'element', (element) => {
    if (element.tagName === 'math') math = structuredClone(element);
  });
  if (math !== undefined)
    visit(math, 'element', (element, index, parent) => {
      if (element.tagName !== 'annotation' || parent === undefined) return undefined;
      parent.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    });
  return math;
}
