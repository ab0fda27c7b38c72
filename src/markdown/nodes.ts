import type { ElementContent, Properties } from 'hast';
import type { InlineCode, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Equation, Picture } from '../figure.ts';
import type { Numbered, Target } from '../page/number.ts';
import { type ReferenceCommand, shown, spoken } from '../page/reference.ts';
import { equationTex } from '../page/tex.ts';
import { hast } from './hast.ts';

/** A mathematics node, as remark-math makes them. */
export interface MathNode {
  type: 'math' | 'inlineMath';
  value: string;
  data?: object;
  position?: RootContent['position'];
}

export const isMath = (node: Nodes | MathNode): node is MathNode =>
  node.type === 'math' || node.type === 'inlineMath';

/**
 * A paragraph that becomes another element: the one kind of node that every host carries through, from plain
 * remark to MDX (an `html` node dies in MDX, a custom node in others).
 */
function box(
  hName: string,
  hProperties: Properties,
  hChildren: ElementContent[] | undefined,
  children: PhrasingContent[],
): Paragraph {
  return {
    type: 'paragraph',
    children,
    data: { hName, hProperties, ...(hChildren && { hChildren }) },
  };
}

/** A figure with its number and caption. */
export function figureNode(picture: Picture, { number, id }: Numbered): Paragraph {
  const words = [number === undefined ? undefined : `Figure ${number}.`, picture.caption]
    .filter((part) => part !== undefined)
    .join(' ');
  const caption: ElementContent[] =
    words === ''
      ? []
      : [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: words }],
          },
        ];
  return box(
    'figure',
    { className: ['network'], ...(id && { id }) },
    [hast(picture.svg), ...caption],
    [],
  );
}

/** A derived equation, and the note that goes with it. */
export function equationNodes(equation: Equation, numbered: Numbered): RootContent[] {
  const node = displayNode(equationTex(equation, numbered.number), numbered);
  if (equation.note === undefined) return [node];
  return [
    node,
    {
      type: 'paragraph',
      children: [{ type: 'text', value: equation.note }],
      data: { hProperties: { className: ['network-note'] } },
    },
  ];
}

/** Displayed mathematics in a box that can be referred to, and scrolled by keyboard where it is wide. */
export function displayNode(tex: string, { number, id, rows }: Numbered): Paragraph {
  const shown = number ?? [...rows.values()].join(', ');
  const label = shown === '' ? 'Equation' : `Equation ${shown}`;
  const properties: Properties = {
    className: ['network-equation'],
    ...(id && { id }),
    tabIndex: 0,
    role: 'group',
    ariaLabel: label,
  };
  return box('div', properties, undefined, [mathNode(tex) as unknown as PhrasingContent]);
}

/** The shape in which every host's typesetter finds it: a `div` whose class says what it is. */
export function mathNode(tex: string): MathNode {
  const data = {
    hName: 'div',
    hProperties: { className: ['math', 'math-display'] },
    hChildren: [{ type: 'text', value: tex }],
  };
  return { type: 'math', value: tex, data };
}

/** Inline mathematics, likewise. */
export function inlineMathNode(tex: string): MathNode {
  const data = {
    hName: 'code',
    hProperties: { className: ['language-math', 'math-inline'] },
    hChildren: [{ type: 'text', value: tex }],
  };
  return { type: 'inlineMath', value: tex, data };
}

/** A block that is wrong, in its place: what is wrong with it, and its own text, neither of them markup. */
export function errorNode(explanation: string, text: string): Paragraph {
  const pre = (className: string, value: string): ElementContent => ({
    type: 'element',
    tagName: 'pre',
    properties: { className: [className], tabIndex: 0 },
    children: [{ type: 'text', value }],
  });
  return box(
    'div',
    { className: ['network-error'], role: 'note' },
    [pre('network-error-message', explanation), pre('network-error-source', text)],
    [],
  );
}

/** A piece of running text that is wrong, as it was written; the mouse tells what is wrong with it. */
export function errorCode(text: string, explanation: string): InlineCode {
  const hProperties: Properties = { className: ['network-error'], title: explanation };
  return { type: 'inlineCode', value: text, data: { hProperties } };
}

/** A link to what a reference means, or its number alone where a link surrounds it already. */
export function referenceNode(
  target: Target,
  command: ReferenceCommand,
  linked: boolean,
): PhrasingContent {
  const words = shown(target, command);
  // A tag may be mathematics: \tag{$a'$}.
  const child = /[\\${}]/.test(words)
    ? (inlineMathNode(`\\text{${words}}`) as unknown as PhrasingContent)
    : ({ type: 'text', value: words } as const);
  if (linked) return child;
  const hProperties: Properties = { className: ['network-reference'], ariaLabel: spoken(target) };
  return { type: 'link', url: `#${target.id}`, children: [child as Text], data: { hProperties } };
}
