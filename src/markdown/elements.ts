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
      return equationBox(content, [formulaElement(content.tex, true, typeset)]);
    case 'derivation': {
      const lines = derivationLines(content).map((line) => mixedElement(line, typeset));
      const box = equationBox(content, lines);
      const { walk, id } = content;
      return walk === undefined
        ? box
        : element('div', { class: 'network-walk' }, [walkFigure(walk, certain(id)), box]);
    }
    case 'display':
      return formulaElement(content.tex, true, typeset);
    case 'formula':
      return formulaElement(content.tex, false, typeset);
    case 'reference': {
      const { address, spoken, content: words } = content;
      const child =
        words.kind === 'text' ? words.value : formulaElement(words.value, false, typeset);
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

/**
 * A formula: typeset, or in the shape in which every host's typesetter finds it, an element whose class says what it
 * is.
 */
export function formulaElement(tex: string, displayed: boolean, typeset?: Typeset): Element {
  if (typeset !== undefined) return parseMarkup(typeset(tex, displayed));
  return displayed
    ? element('div', { class: 'math math-display' }, [tex])
    : element('code', { class: 'language-math math-inline' }, [tex]);
}

/** A formula that the page has nothing to do with, where nobody else typesets it. */
export function asIs(
  piece: Piece,
): readonly [{ kind: 'display' | 'formula'; tex: string }] | undefined {
  if (piece.kind !== 'display' && piece.kind !== 'inline') return undefined;
  return [{ kind: piece.kind === 'display' ? 'display' : 'formula', tex: piece.tex }];
}
