import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { entryOf, figurePath } from '../entry.ts';
import { hasClass } from './has-class.ts';
import { plainTex } from './plain-tex.ts';

/**
 * Gives each figure and each displayed equation a button that opens what it was made from: the block, the equation in
 * TeX, the figure as a file. All of it is there without a script; with one, there are buttons that copy.
 */
export default function rehypeTools() {
  return (tree: Root, file: VFile): void => {
    const entry = entryOf(file.path);
    if (entry === undefined) return;
    const count = { tools: 0, figures: 0 };
    visit(tree, 'element', (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      const isFigure = node.tagName === 'figure' && hasClass(node, 'network');
      if (!isFigure && !hasClass(node, 'network-equation') && !hasClass(node, 'katex-display'))
        return undefined;
      count.tools += 1;
      const id = `tools-${entry.id.replaceAll('/', '-')}-${count.tools}`;
      if (isFigure) {
        count.figures += 1;
        const download = link(figurePath(entry.collection, entry.id, count.figures));
        node.children.push(tools(id, 'figure', [...block(node, file), download]));
      } else {
        const about = tools(id, 'equation', [...formula(node), ...block(node, file)]);
        parent.children[index] = element('div', { className: ['equation'] }, [node, about]);
      }
      return SKIP;
    });
    // The source stands with the tools; within every formula once more, it would be a twentieth of a page.
    visit(tree, 'element', (node) => {
      node.children = node.children.filter((each) => !isAnnotation(each));
    });
  };
}

const isAnnotation = (node: ElementContent): boolean =>
  node.type === 'element' && node.tagName === 'annotation';

function tools(id: string, about: string, parts: ElementContent[]): Element {
  const label = `Source of this ${about}`;
  return element('div', { className: ['tools'] }, [
    element(
      'button',
      { type: 'button', className: ['tools-open'], popoverTarget: id, ariaLabel: label },
      [{ type: 'text', value: '⋯' }],
    ),
    element(
      'div',
      { id, popover: 'auto', className: ['tools-box'], role: 'group', ariaLabel: label },
      parts,
    ),
  ]);
}

/** The fence that a part came from, as the author typed it. */
function block({ position }: Element, file: VFile): ElementContent[] {
  const fence = String(file).slice(position?.start.offset, position?.end.offset);
  return position !== undefined && /^[`~]{3}/.test(fence) ? source('Block', fence) : [];
}

function formula(equation: Element): ElementContent[] {
  let tex: string | undefined;
  visit(equation, 'element', (node) => {
    if (node.tagName === 'annotation') tex = textOf(node);
  });
  return tex === undefined ? [] : source('LaTeX', plainTex(tex));
}

function source(name: string, text: string): ElementContent[] {
  return [
    element('p', {}, [
      { type: 'text', value: name },
      element(
        'button',
        {
          type: 'button',
          className: ['copy'],
          ariaLabel: `Copy the ${name === 'Block' ? 'block' : name}`,
        },
        [{ type: 'text', value: 'Copy' }],
      ),
    ]),
    element('pre', { tabIndex: 0 }, [{ type: 'text', value: text }]),
  ];
}

const link = (href: string): Element =>
  element('p', {}, [
    element('a', { href, download: true }, [{ type: 'text', value: 'Download as SVG' }]),
  ]);

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
