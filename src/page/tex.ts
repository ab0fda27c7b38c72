import { certain } from '../certain.ts';
import type { Equation } from '../figure.ts';
import { commands, replaced, starred } from './formula.ts';
import type { Numbered } from './number.ts';
import type { ReasonedLine, Words } from './piece.ts';

/** A derived equation as display mathematics, without its reasons, its number on the last line. */
export function equationTex({ rows }: Equation, number: string | undefined): string {
  const tag = number === undefined ? '' : ` \\tag{${number}}`;
  const lines = (mark: '' | '&') =>
    rows.map(({ left, relation, right }) => `${left} ${mark}${relation} ${right}`.trim());
  if (rows.length === 1) return `${lines('')}${tag}`;
  return `\\begin{align*}\n${lines('&').join(' \\\\\n')}${tag}\n\\end{align*}`;
}

/** A line of a derivation with its reason; the words between its dollar signs are formulas. */
export function reasonedLine({
  left,
  relation,
  right,
  reason,
}: Equation['rows'][number]): ReasonedLine {
  const { name, sentence } = reason;
  return {
    left,
    right: `${relation} ${right}`,
    rule: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    reason: sentence.split('$').flatMap((part, place): readonly Words[] => {
      if (part === '') return [];
      return [place % 2 === 0 ? { kind: 'text', text: part } : { kind: 'formula', tex: part }];
    }),
  };
}

/** The author's formula without its labels, and with a tag on each row that had one and has no tag of its own. */
export function formulaTex(tex: string, { rows }: Numbered): string {
  const found = commands(tex);
  const of = (wanted: 'label' | 'tag', row: number) =>
    found.find(({ command, row: own }) => command === wanted && own === row);
  const labels = found.filter(({ command }) => command === 'label');
  const tags = [...rows].flatMap(([row, number]) => {
    if (of('tag', row) !== undefined) return [];
    const label = certain(of('label', row));
    return [{ start: label.tagAt, end: label.tagAt, by: `\\tag{${number}}` }];
  });
  return starred(replaced(tex, [...labels.map((label) => ({ ...label, by: '' })), ...tags]));
}

/** Whether the page has anything to do with a displayed formula: a label, a reference, or rows that would count themselves. */
export const concerns = (tex: string): boolean =>
  commands(tex).some(({ command }) => command !== 'tag') || starred(tex) !== tex;
