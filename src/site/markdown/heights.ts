import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass } from './has-class.ts';

/**
 * Tells the style sheet how high a displayed formula will be, in its own em, as KaTeX's struts have it: what is out of
 * sight need not be laid out then, and whoever jumps past it still lands where they should.
 */
export default function rehypeHeights() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _index, parent) => {
      if (!hasClass(node, 'katex-display')) return undefined;
      const inBox = parent?.type === 'element' && hasClass(parent, 'network-equation');
      const box = inBox ? parent : node;
      if (inBox && parent.children.length > 1) return SKIP;
      box.properties.style = `--height:${heightOf(node).toFixed(3)}em`;
      return SKIP;
    });
  };
}

/** From the highest top to the lowest bottom about one baseline, in em. */
function heightOf(display: Element): number {
  let [above, below] = [0, 0];
  visit(display, 'element', (node) => {
    if (!hasClass(node, 'katex-strut')) return;
    const style = String(node.properties.style ?? '');
    const under = -number(style, /vertical-align:(-?[\d.]+)em/);
    below = Math.max(below, under);
    above = Math.max(above, number(style, /height:([\d.]+)em/) - under);
  });
  return above + below;
}

const number = (style: string, pattern: RegExp): number => Number(pattern.exec(style)?.[1] ?? 0);
