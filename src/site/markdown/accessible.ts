import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** What generated markup lacks for a keyboard or a screen reader: boxes that scroll, and boxes to tick. */
export default function rehypeAccessible() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      // A numbered equation's own box can be focused already.
      if (has(node, 'network-equation')) return SKIP;
      if (has(node, 'katex-display')) {
        Object.assign(node.properties, scrolls('Equation'));
        return SKIP;
      }
      if (node.tagName === 'input' && node.properties.type === 'checkbox')
        node.properties.ariaLabel = node.properties.checked ? 'Done' : 'To do';
      if (node.tagName === 'table' && parent !== undefined && index !== undefined) {
        parent.children[index] = scrollBox(node);
        return SKIP;
      }
      return undefined;
    });
  };
}

const scrolls = (ariaLabel: string) => ({ tabIndex: 0, role: 'group', ariaLabel });

function scrollBox(table: ElementContent): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['scroll'], ...scrolls('Table') },
    children: [table],
  };
}

function has({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
