import type { Content, ReasonedLine, Words } from '../page/piece.ts';
import type { Element } from '../svg/element.ts';

/** An element that has formulas in it, which each host writes in its own way. */
export interface Mixed {
  readonly name: string;
  readonly attributes: Element['attributes'];
  readonly children: readonly (Mixed | Words)[];
}

const mixed = (name: string, classes: string, children: Mixed['children']): Mixed => ({
  name,
  attributes: { class: classes },
  children,
});

type Derivation = Extract<Content, { kind: 'derivation' }>;

/** The lines of a derivation, each with its two sides, its reason, and at the end the number. */
export const derivationLines = ({ lines, number, walk, id }: Derivation): readonly Mixed[] =>
  lines.map((line, place) => {
    const sides = lineOf(line, place === lines.length - 1 ? number : undefined);
    return walk === undefined || id === undefined
      ? mixed('div', 'network-line', sides)
      : stepOf(sides, id, place + 1, lines.length);
  });

/** A line that an address leads to, with the ways to its neighbours: no script is needed to go from one to the next. */
function stepOf(sides: Mixed['children'], id: string, step: number, last: number): Mixed {
  const ways = mixed('span', 'network-steps', [
    way(step > 1 ? `${id}-step-${step - 1}` : id, '← Back'),
    { kind: 'text', text: ` ${step} of ${last} ` },
    ...(step < last ? [way(`${id}-step-${step + 1}`, 'Next →')] : [way(id, 'All lines')]),
  ]);
  const attributes = { class: 'network-line', id: `${id}-step-${step}`, tabindex: -1 };
  return { name: 'div', attributes, children: [ways, ...sides] };
}

/** What stands above the lines: the figure, and the way in. */
export const walkFigure = (walk: Element, id: string): Element => ({
  name: 'div',
  attributes: { class: 'network-walk-figure' },
  children: [
    walk,
    {
      name: 'a',
      attributes: { href: `#${id}-step-1`, class: 'network-walk-start', ...native },
      children: ['Step through'],
    },
  ],
});

/** Routers in the browser take links over without telling the browser what the target is, save those that name a frame. */
const native = { target: '_self' } as const;

const way = (to: string, text: string): Mixed => ({
  name: 'a',
  attributes: { href: `#${to}`, ...native },
  children: [{ kind: 'text', text }],
});

function lineOf(
  { left, right, rule, reason }: ReasonedLine,
  number: string | undefined,
): Mixed['children'] {
  const side = (tex: string): Words[] =>
    tex === '' ? [] : [{ kind: 'formula', tex: `\\displaystyle ${tex}` }];
  const why: readonly (Mixed | Words)[] = [
    mixed('b', 'network-rule', [{ kind: 'text', text: `${rule}:` }]),
    { kind: 'text', text: ' ' },
    ...reason,
    { kind: 'text', text: '.' },
  ];
  const ending =
    number === undefined
      ? []
      : [mixed('span', 'network-number', [{ kind: 'text', text: `(${number})` }])];
  return [
    mixed('span', 'network-left', side(left)),
    mixed('span', 'network-right', [
      mixed('span', 'network-formula', side(right)),
      mixed('span', 'network-reason', why),
    ]),
    ...ending,
  ];
}
