import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass } from './has-class.ts';

const closing = /^[.,;:!?…)\]’”]+/u;
const opening = /[([‘“]+$/u;

/** In characters; on the smallest phone a line has some thirty. */
const longest = 16;

/**
 * Keeps a comma on the line of the formula before it, an opening bracket on that of the formula behind it, and a short formula on one. To a
 * browser the parts of a formula are boxes, beside which any line may break.
 */
export default function rehypeUnbrokenPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (parent === undefined || index === undefined || !isFormula(node)) return undefined;
      if (isShort(node)) (node.properties.className as string[]).push('short');
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

/** As long as a word: `x₁ = 0.05` is read at one glance, and a line may not break within it. */
function isShort({ children }: Element): boolean {
  const seen = children.filter(
    (child) => child.type === 'element' && hasClass(child, 'katex-html'),
  );
  return seen.map(textOf).join('').length <= longest;
}

function unbroken(before: string, formula: Element, after: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [{ type: 'text', value: before }, formula, { type: 'text', value: after }],
  };
}

const isFormula = (node: Element): boolean => hasClass(node, 'katex');
