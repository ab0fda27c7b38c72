import type { Element, Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const closing = /^[.,;:!?…)\]’”]+/u;
const opening = /[([‘“]+$/u;

/**
 * Keeps a comma on the line of the formula before it, and an opening bracket on that of the formula behind it. To a
 * browser the parts of a formula are boxes, beside which any line may break.
 */
export default function rehypeUnbrokenPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (parent === undefined || index === undefined || !isFormula(node)) return undefined;
      const before = cut(parent.children[index - 1], opening);
      const after = cut(parent.children[index + 1], closing);
      if (before + after !== '') parent.children[index] = unbroken(before, node, after);
      return [SKIP, index + 1];
    });
  };
}

/** Takes what matches away from the text, and gives it. */
function cut(node: Nodes | undefined, punctuation: RegExp): string {
  if (node?.type !== 'text') return '';
  const [found = ''] = punctuation.exec(node.value) ?? [];
  node.value = node.value.replace(punctuation, '');
  return found;
}

function unbroken(before: string, formula: Element, after: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [{ type: 'text', value: before }, formula, { type: 'text', value: after }],
  };
}

function isFormula({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('katex');
}
