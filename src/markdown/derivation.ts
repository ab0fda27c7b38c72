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

/** The lines of a derivation, each with its two sides, its reason, and at the end the number. */
export const derivationLines = ({
  lines,
  number,
}: Extract<Content, { kind: 'derivation' }>): readonly Mixed[] =>
  lines.map((line, place) => lineOf(line, place === lines.length - 1 ? number : undefined));

function lineOf({ left, right, rule, reason }: ReasonedLine, number: string | undefined): Mixed {
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
  return mixed('div', 'network-line', [
    mixed('span', 'network-left', side(left)),
    mixed('span', 'network-right', [
      mixed('span', 'network-formula', side(right)),
      mixed('span', 'network-reason', why),
    ]),
    ...ending,
  ]);
}
