import type { Depth, Frame } from '../figure.ts';
import { hash } from '../page/hash.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';
import { markup } from '../svg/markup.ts';

/**
 * A figure whose hidden layers are chosen: every frame is there from the start, in one place, and the style sheet
 * shows the one whose number is chosen. Without a style sheet all stand below each other.
 */
export function depthElement({ frames, start, loss, delta }: Depth): Element {
  // Two figures on a page must not share their buttons, nor two pages that are shown as one.
  const name = `network-depth-${hash(frames.map(({ svg }) => markup(svg)).join(''))}`;
  const choice = ({ layers }: Frame, place: number): Element =>
    element('label', {}, [
      element('input', {
        type: 'radio',
        name,
        'aria-label': `${layers} hidden ${layers === 1 ? 'layer' : 'layers'}`,
        ...(place === start && { checked: 'checked' }),
      }),
      String(layers),
    ]);
  const row = (head: string, cells: Element['children']): Element =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [head]),
      ...cells.map((cell) => element('td', {}, [cell])),
    ]);
  return element('div', { class: 'network-depth' }, [
    element(
      'div',
      { class: 'network-frames' },
      frames.map(({ svg }, place) => shown(svg, place === start)),
    ),
    element('table', { class: 'network-choices' }, [
      element('tbody', {}, [
        row('Hidden layers', frames.map(choice)),
        row(
          `Paths to ${loss}`,
          frames.map(({ paths }) => paths),
        ),
        row(
          `${delta} to work out`,
          frames.map(({ deltas }) => String(deltas)),
        ),
      ]),
    ]),
  ]);
}

/** The one that is shown at first is the figure for those who can't choose: a feed, a file. */
function shown(svg: Element, isFirst: boolean): Element {
  const { attributes } = svg;
  const drawn = isFirst
    ? { ...svg, attributes: { ...attributes, class: `network-figure ${attributes.class}` } }
    : svg;
  return element('div', { class: `network-frame${isFirst ? '' : ' network-frame-more'}` }, [drawn]);
}
