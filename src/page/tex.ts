import type { Equation } from '../figure.ts';
import { commands, replaced, starred } from './formula.ts';
import type { Numbered } from './number.ts';

/** A derived equation as display mathematics, its number on the last line. */
export function equationTex({ rows, reasons }: Equation, number: string | undefined): string {
  const tag = number === undefined ? '' : ` \\tag{${number}}`;
  const [only, second] = rows;
  if (only !== undefined && second === undefined && reasons === 'none')
    return `${only.left} = ${only.right}${tag}`;
  const lines = rows.map(({ left, right, reason }) => {
    const line = `${left} &= ${right}`.trim();
    if (reasons === 'beside') return `${line} && \\text{${reason}}`;
    return reasons === 'below' ? `${line} \\\\ & \\quad\\small\\text{${reason}}` : line;
  });
  return `\\begin{align*}\n${lines.join(' \\\\\n')}${tag}\n\\end{align*}`;
}

/** The author's formula with a tag where its label stood, or without the label where it has a tag of its own. */
export function formulaTex(tex: string, { rows }: Numbered): string {
  return starred(
    replaced(tex, ({ command, row }) => (command === 'label' ? tagOf(rows.get(row)) : undefined)),
  );
}

const tagOf = (number: string | undefined): string =>
  number === undefined ? '' : `\\tag{${number}}`;

/** Whether the page has anything to do with a displayed formula: a label, a reference, or rows that would count themselves. */
export const concerns = (tex: string): boolean =>
  commands(tex).some(({ command }) => command !== 'tag') || starred(tex) !== tex;
