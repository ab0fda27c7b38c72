import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/core.ts';

const network = 'network multi\nx[2] -> h[1] -> y[1]\n';
const block = (text: string): string => `\`\`\`network\n${text}\n\`\`\`\n`;
const latex = (text: string): string => renderText(text, { to: 'latex' }).text;

describe('a page in LaTeX', () => {
  test('has an equation in an environment that its label is an address of', () => {
    const text = latex(block('x[1] -> y[1]\nderive w_{11}, label one'));
    expect(text).toContain('\\hypertarget{equation-one}{}\n\\begin{align*}');
    expect(text).not.toContain('$$');
  });

  test('puts each reason under its line, and the last behind them all', () => {
    const text = latex(block('x[1] -> y[1]\nderive w_{11}, reasons below, label one'));
    const rows = text.split('\\intertext{').length;
    expect(rows).toBeGreaterThan(1);
    expect(text).toMatch(/\\tag\{1\}\n\\end\{align\*\}\n\n\\emph\{[^}]+\}: .+\.\n/);
  });

  test('has nothing but rows and reasons between the ends of its environment', () => {
    const text = latex(block('x[1] -> h[1] -> y[1]\nderive w^1_{11}, reasons below'));
    const [, ...rows] = text.slice(text.indexOf('\\begin'), text.indexOf('\\end')).split('\n');
    const later = rows.filter((row) => row !== '' && !row.startsWith('\\intertext{')).slice(1);
    expect(later.length).toBeGreaterThan(2);
    for (const row of later) expect(row).toMatch(/^ &/);
  });

  test('lets a formula keep the environment that it has, and numbers no line that shall have no number', () => {
    const formula = '\\begin{align}\na\n\\end{align}';
    expect(latex(`$$\n${formula}\n$$\n`)).toBe(`${formula.replaceAll('align', 'align*')}\n`);
    const derived = 'x[1] -> y[1]\nderive w_{11}, reasons below';
    expect(latex(block(`${derived}, unnumbered`))).toBe(
      latex(block(derived)).replace(' \\tag{1}', ''),
    );
  });

  test('leads from a reference to its equation, in the words that are read', () => {
    const derived = block('x[1] -> y[1]\nderive w_{11}, label one');
    expect(latex(`${derived}\nAs \\eqref{one} says.`)).toContain('\\hyperlink{equation-one}{');
  });

  test('shows a wrong block as it was written, set in as code', () => {
    const wrong = 'x[1] -> y[1]\nderive nothing_1';
    expect(latex(block(wrong))).toContain('    x[1] -> y[1]\n    derive nothing_1');
  });

  test('leaves out a figure that nobody writes, and its terms', () => {
    expect(latex(block(`${network.replace('network multi\n', '')}figure`)).trim()).toBe('');
  });
});
