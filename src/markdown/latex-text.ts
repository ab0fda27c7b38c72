import { certain } from '../certain.ts';
import type { Content, Words } from '../page/piece.ts';
import type { Found } from './scan.ts';

/** A content in LaTeX, within a Markdown that Pandoc reads. */
export function latexText(content: Content, { marks }: Found): string {
  switch (content.kind) {
    case 'equation':
      return anchor(content.id) + displayed(content.tex);
    case 'display':
      return displayed(content.tex);
    case 'derivation':
      return anchor(content.id) + reasoned(content);
    // In the author's own marks: nothing but a formula of theirs becomes one.
    case 'formula':
      return certain(marks).join(content.tex);
    case 'reference': {
      const { kind, value } = content.content;
      const words = kind === 'formula' ? `$${value}$` : escaped(value);
      return `\\hyperlink{${content.address.slice(1)}}{${words}}`;
    }
    case 'mistake':
      return `    ${content.source.replaceAll('\n', '\n    ')}`;
    case 'wrong':
      return `\`${content.text}\``;
    case 'note':
    case 'text':
      return content.text;
    // A figure is written by whoever asks for LaTeX, and paper has no terms to choose from.
    case 'figure':
    case 'terms':
      return '';
  }
}

/** Its own environment where it has one: `$$` may not hold an `align`. */
const displayed = (tex: string): string =>
  /^\\begin\{(?:align|alignat|gather|equation|multline)\*?\}/.test(tex)
    ? tex
    : `\\begin{equation*}\n${tex}\n\\end{equation*}`;

/** Each line with its reason under it. amsmath takes words only between rows: the last reason stands behind them. */
function reasoned({ lines, number }: Extract<Content, { kind: 'derivation' }>): string {
  const rows = lines.map(({ left, right }) => `${left} &${right}`);
  const reasons = lines.map(
    ({ rule, reason }) => `\\emph{${escaped(rule)}}: ${reason.map(words).join('')}.`,
  );
  const tag = number === undefined ? '' : ` \\tag{${number}}`;
  const body = rows
    .slice(0, -1)
    .map((row, place) => `${row} \\\\\n\\intertext{${reasons[place]}}\n`);
  return `\\begin{align*}\n${body.join('')}${rows.at(-1)}${tag}\n\\end{align*}\n\n${reasons.at(-1)}`;
}

const words = (piece: Words): string =>
  piece.kind === 'formula' ? `$${piece.tex}$` : escaped(piece.text);

const anchor = (id: string | undefined): string =>
  id === undefined ? '' : `\\hypertarget{${id}}{}\n`;

const escaped = (text: string): string => text.replace(/[#$%&_{}]/g, '\\$&');
