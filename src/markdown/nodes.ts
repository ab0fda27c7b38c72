import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { certain } from '../certain.ts';
import type { Content } from '../page/piece.ts';
import type { Element } from '../svg/element.ts';
import { derivationLines, type Mixed, walkFigure } from './derivation.ts';
import {
  equationBox,
  figureElement,
  formulaElement,
  mistakeElement,
  referenceAttributes,
  wrongAttributes,
} from './elements.ts';
import { hast, properties } from './hast.ts';
import { termList } from './term-list.ts';
import type { Typeset } from './typeset.ts';

/** A mathematics node, as remark-math makes them. */
export interface MathNode {
  type: 'math' | 'inlineMath';
  value: string;
  /** The words behind the opening dollars. */
  meta?: string | null;
  data?: object;
  position?: RootContent['position'];
}

/** How formulas are set: by whom, if by us, and whether as HTML that the host takes as it is, and not as elements. */
export interface Setting {
  readonly typeset: Typeset | undefined;
  readonly isRaw: boolean;
}

/** A content as a node that every host of mdast carries through, unless its formulas are raw. */
export function contentNode(content: Content, setting: Setting): RootContent {
  switch (content.kind) {
    case 'figure':
      return box(figureElement(content));
    case 'equation':
      return box(equationBox(content, []), [math(content.tex, true, setting)]);
    case 'derivation': {
      const lines = derivationLines(content).map((line) => mixedNode(line, setting));
      const derivation = box(equationBox(content, []), lines);
      const { walk, id } = content;
      if (walk === undefined) return derivation;
      const parts = [
        box(walkFigure(walk, certain(id))),
        derivation,
      ] as unknown as PhrasingContent[];
      return box({ name: 'div', attributes: { class: 'network-walk' }, children: [] }, parts);
    }
    case 'display':
      return math(content.tex, true, setting);
    case 'formula':
      return math(content.tex, false, setting);
    case 'reference': {
      const { address, spoken, content: words } = content;
      const child =
        words.kind === 'text'
          ? ({ type: 'text', value: words.value } as const)
          : math(words.value, false, setting);
      const { href: _, ...hProperties } = properties(referenceAttributes(address, spoken));
      return { type: 'link', url: address, children: [child], data: { hProperties } };
    }
    case 'terms':
      return box(termList(content));
    case 'note': {
      const hProperties = { className: ['network-note'] };
      const children = [{ type: 'text', value: content.text } as const];
      return { type: 'paragraph', children, data: { hProperties } };
    }
    case 'mistake':
      return box(mistakeElement(content));
    case 'wrong': {
      const hProperties = properties(wrongAttributes(content.explanation));
      return { type: 'inlineCode', value: content.text, data: { hProperties } };
    }
    case 'text':
      return { type: 'text', value: content.text };
  }
}

function mixedNode({ children, ...element }: Mixed, setting: Setting): PhrasingContent {
  const inside = children.map(
    (child) =>
      ('kind' in child
        ? contentNode(child, setting)
        : mixedNode(child, setting)) as PhrasingContent,
  );
  return box({ ...element, children: [] }, inside) as unknown as PhrasingContent;
}

/**
 * An element as a paragraph that becomes it: the one kind of node that every host carries through, from plain remark
 * to MDX (an `html` node dies in MDX, a custom node in others).
 */
function box(element: Element, nodes?: PhrasingContent[]): Paragraph {
  const { tagName, properties: hProperties, children } = hast(element);
  const inside = nodes === undefined && { hChildren: children };
  const data = { hName: tagName, hProperties, ...inside };
  return { type: 'paragraph', children: nodes ?? [], data };
}

/** A formula: typeset, or in the shape in which the host's typesetter finds it. */
function math(tex: string, displayed: boolean, { typeset, isRaw }: Setting): PhrasingContent {
  if (isRaw && typeset !== undefined) return { type: 'html', value: typeset(tex, displayed) };
  const { tagName, properties, children } = hast(formulaElement(tex, displayed, typeset));
  const data = { hName: tagName, hProperties: properties, hChildren: children };
  const node: MathNode = { type: displayed ? 'math' : 'inlineMath', value: tex, data };
  return node as unknown as PhrasingContent;
}
