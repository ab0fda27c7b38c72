import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const has = (node: Element, name: string): boolean => {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
};

/** Displayed formulas scroll where they are wide, so a keyboard must be able to reach them. */
export default function rehypeFocusableMath() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      // A numbered equation's own box can be focused already.
      if (has(node, 'network-equation')) return SKIP;
      if (!has(node, 'katex-display')) return undefined;
      Object.assign(node.properties, { tabIndex: 0, role: 'group', ariaLabel: 'Equation' });
      return SKIP;
    });
  };
}
