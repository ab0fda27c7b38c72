import type { Content } from '../page/piece.ts';
import type { Found } from './scan.ts';

/** A content in LaTeX, within a Markdown that Pandoc reads. */
export function latexText(content: Content, { marks = ['$', '$'] }: Found): string {
  switch (content.kind) {
    case 'equation':
      return anchor(content.id) + displayed(content.tex);
    case 'display':
      return displayed(content.tex);
    case 'formula':
      return `${marks[0]}${content.tex}${marks[1]}`;
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
    case 'figure':
      return '';
    default:
      return '';
  }
}

/** Its own environment where it has one: `$$` may not hold an `align`. */
const displayed = (tex: string): string =>
  /^\\begin\{(?:align|alignat|gather|equation|multline)\*?\}/.test(tex)
    ? tex
    : `\\begin{equation*}\n${tex}\n\\end{equation*}`;

const anchor = (id: string | undefined): string =>
  id === undefined ? '' : `\\hypertarget{${id}}{}\n`;

const escaped = (text: string): string => text.replace(/[#$%&_{}]/g, '\\$&');
