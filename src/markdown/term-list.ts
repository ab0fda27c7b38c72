import { termClasses } from '../network/links.ts';
import type { Content } from '../page/piece.ts';
import { element } from '../svg/build.ts';
import type { Element } from '../svg/element.ts';

/**
 * The terms of an equation for who has no mouse: radio buttons that are seen once the keyboard reaches them, one tab
 * stop for all, arrow keys from term to term, and no JavaScript. The formula itself can't be focused, since what it
 * shows is hidden from screen readers, who read its other half.
 */
export function termList({ name, terms }: Extract<Content, { kind: 'terms' }>): Element {
  const choices = terms.map(({ text, links }) =>
    element('label', {}, [
      element('input', { type: 'radio', name, class: termClasses(links).join(' ') }),
      text,
    ]),
  );
  const legend = element('legend', {}, ['Show a term in the figure']);
  const fieldset = element('fieldset', {}, [legend, ...choices]);
  return element('div', { class: 'network-terms' }, [fieldset]);
}
