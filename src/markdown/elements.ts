import { certain } from '../certain.ts';
import type { Content, Piece } from '../page/piece.ts';
import type { Element } from '../svg/element.ts';
import { parseMarkup } from '../svg/parse.ts';
import { depthElement } from './depth.ts';
import { derivationLines, type Mixed, walkFigure } from './derivation.ts';
import type { Finished, Tree } from './html.ts';
import { termList } from './term-list.ts';
import type { Typeset } from './typeset.ts';

type Attributes = Element['attributes'];

const element = <Other = never>(
  name: string,
  attributes: Attributes,
  children: Tree<Other>['children'],
): Tree<Other> => ({ name, attributes, children });

/** What becomes of a formula, displayed or running in the text. */
type Formula<Other> = (tex: string, displayed: boolean) => Tree<Other> | Other;

const withId = (id: string | undefined): Attributes => (id === undefined ? {} : { id });

/** A content as HTML; a text remains a text. */
export function contentElement<Other = never>(
  content: Content,
  formula: Formula<Other>,
): Tree<Other> | Other | string {
  switch (content.kind) {
    case 'figure':
      return figureElement(content);
    case 'equation':
      return equationBox(content, [formula(content.tex, true)]);
    case 'derivation': {
      const lines = derivationLines(content).map((line) => mixedElement(line, formula));
      const box = equationBox(content, lines);
      const { walk, id } = content;
      return walk === undefined
        ? box
        : element('div', { class: 'network-walk' }, [walkFigure(walk, certain(id)), box]);
    }
    case 'display':
      return formula(content.tex, true);
    case 'formula':
      return formula(content.tex, false);
    case 'reference': {
      const { address, spoken, content: words } = content;
      const child = words.kind === 'text' ? words.value : formula(words.value, false);
      return element<Other>('a', referenceAttributes(address, spoken), [child]);
    }
    case 'terms':
      return termList(content);
    case 'note':
      return element<Other>('p', { class: 'network-note' }, [content.text]);
    case 'mistake':
      return mistakeElement(content);
    case 'wrong':
      return element<Other>('code', wrongAttributes(content.explanation), [content.text]);
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

const mixedElement = <Other>(
  { name, attributes, children }: Mixed,
  formula: Formula<Other>,
): Tree<Other> =>
  element(
    name,
    attributes,
    children.map((child) =>
      'kind' in child ? contentElement(child, formula) : mixedElement(child, formula),
    ),
  );

/** The box of displayed mathematics: it can be referred to, and scrolled by keyboard where it is wide. */
export function equationBox<Other = never>(
  content: Extract<Content, { kind: 'equation' | 'derivation' }>,
  children: Tree<Other>['children'],
): Tree<Other> {
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

/** The same for who writes HTML: what a typesetter makes is taken as it is. */
export const formulaMarkup =
  (typeset?: Typeset): Formula<Finished> =>
  (tex, displayed) =>
    typeset === undefined ? formulaElement(tex, displayed) : { markup: typeset(tex, displayed) };

/** A formula that the page has nothing to do with, where nobody else typesets it. */
export function asIs(
  piece: Piece,
): readonly [{ kind: 'display' | 'formula'; tex: string }] | undefined {
  if (piece.kind !== 'display' && piece.kind !== 'inline') return undefined;
  return [{ kind: piece.kind === 'display' ? 'display' : 'formula', tex: piece.tex }];
}
