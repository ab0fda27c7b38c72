import { certain } from '../certain.ts';
import type { Content, Piece } from '../page/piece.ts';
import type { Element } from '../svg/element.ts';
import { parseMarkup } from '../svg/parse.ts';
import { depthElement } from './depth.ts';
import { derivationLines, type Mixed, walkFigure } from './derivation.ts';
import { termList } from './term-list.ts';
import type { Typeset } from './typeset.ts';

type Attributes = Element['attributes'];
type Children = Element['children'];

const element = (name: string, attributes: Attributes, children: Children): Element => ({
  name,
  attributes,
  children,
});

const withId = (id: string | undefined): Attributes => (id === undefined ? {} : { id });

/** A content as HTML; a text remains a text. */
export function contentElement(content: Content, typeset?: Typeset): Element | string {
  switch (content.kind) {
    case 'figure':
      return figureElement(content);
    case 'equation':
      return equationBox(content, [display(content.tex, typeset)]);
    case 'derivation': {
      const lines = derivationLines(content).map((line) => mixedElement(line, typeset));
      const box = equationBox(content, lines);
      const { walk, id } = content;
      return walk === undefined
        ? box
        : element('div', { class: 'network-walk' }, [walkFigure(walk, certain(id)), box]);
    }
    case 'display':
      return display(content.tex, typeset);
    case 'formula':
      return typeset === undefined
        ? untypeset('code', 'language-math math-inline', content.tex)
        : parseMarkup(typeset(content.tex, false));
    case 'reference': {
      const { address, spoken, content: words } = content;
      const child =
        words.kind === 'text'
          ? words.value
          : contentElement({ kind: 'formula', tex: words.value }, typeset);
      return element('a', referenceAttributes(address, spoken), [child]);
    }
    case 'terms':
      return termList(content);
    case 'note':
      return element('p', { class: 'network-note' }, [content.text]);
    case 'mistake':
      return mistakeElement(content);
    case 'wrong':
      return element('code', wrongAttributes(content.explanation), [content.text]);
    case 'text':
      return content.text;
  }
}

/** A figure with its number and caption. */
export function figureElement({
  picture,
  id,
  caption,
}: Extract<Content, { kind: 'figure' }>): Element {
  const words = caption === '' ? [] : [element('figcaption', {}, [caption])];
  const { svg, live, grown } = picture;
  if (grown !== undefined)
    return element('figure', { class: 'network', ...withId(id) }, [depthElement(grown), ...words]);
  const shown = live
    ? element('network-figure', { 'data-network': live.model }, [
        svg,
        element('div', { class: 'network-readout' }, live.readout),
        element('div', { class: 'network-controls', hidden: 'hidden' }, live.controls),
      ])
    : svg;
  return element('figure', { class: 'network', ...withId(id) }, [shown, ...words]);
}

const mixedElement = ({ name, attributes, children }: Mixed, typeset?: Typeset): Element =>
  element(
    name,
    attributes,
    children.map((child) =>
      'kind' in child ? contentElement(child, typeset) : mixedElement(child, typeset),
    ),
  );

/** The box of displayed mathematics: it can be referred to, and scrolled by keyboard where it is wide. */
export function equationBox(
  content: Extract<Content, { kind: 'equation' | 'derivation' }>,
  children: Children,
): Element {
  const attributes = { tabindex: 0, role: 'group', 'aria-label': content.name };
  const reasons = content.kind === 'derivation' ? ` network-reasons-${content.reasons}` : '';
  const classes = { class: `network-equation${reasons}` };
  return element('div', { ...classes, ...withId(content.id), ...attributes }, children);
}

/** What is wrong, and the author's own text, neither of them markup. */
export function mistakeElement({
  explanation,
  source,
}: Extract<Content, { kind: 'mistake' }>): Element {
  const pre = (name: string, text: string) =>
    element('pre', { class: `network-error-${name}`, tabindex: 0 }, [text]);
  const children = [pre('message', explanation), pre('source', source)];
  return element('div', { class: 'network-error', role: 'note' }, children);
}

export const referenceAttributes = (href: string, spoken: string): Attributes => ({
  href,
  class: 'network-reference',
  'aria-label': spoken,
});

/** The mouse tells what is wrong. */
export const wrongAttributes = (title: string): Attributes => ({ class: 'network-error', title });

/** The shape in which every host's typesetter finds a displayed formula: a `div` whose class says what it is. */
const display = (tex: string, typeset?: Typeset): Element =>
  typeset === undefined
    ? untypeset('div', 'math math-display', tex)
    : parseMarkup(typeset(tex, true));

const untypeset = (name: string, className: string, tex: string): Element =>
  element(name, { class: className }, [tex]);

/** A formula that the page has nothing to do with, where nobody else typesets it. */
export function asIs(
  piece: Piece,
): readonly [{ kind: 'display' | 'formula'; tex: string }] | undefined {
  if (piece.kind !== 'display' && piece.kind !== 'inline') return undefined;
  return [{ kind: piece.kind === 'display' ? 'display' : 'formula', tex: piece.tex }];
}
