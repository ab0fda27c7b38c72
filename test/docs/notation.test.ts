import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/calculus/expression.ts';
import { compile } from '../../src/compile.ts';
import { activationWords } from '../../src/network/activations.ts';
import { type Notation, presets, standardNotation } from '../../src/network/notation.ts';
import { settings } from '../../src/network/notation-settings.ts';
import { equationTex } from '../../src/page/tex.ts';
import { blocksOf, pages } from '../support/blocks.ts';

const page = readFileSync('content/docs/notation.md', 'utf8');

/** The cells of a section's table. */
function rows(section: string): readonly (readonly string[])[] {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  return [...(text.split('\n## ')[0] ?? '').matchAll(/^\| (.+) \|$/gm)]
    .map(([, cells = '']) => cells.split(' | '))
    .slice(2);
}
const formulas = (cell = ''): readonly string[] =>
  // Within a table, Markdown takes a bar for the end of a cell; what is one group is never broken.
  [...cell.matchAll(/\$([^$]+)\$/g)].map(([, tex = '']) =>
    tex.replaceAll('\\vert', '|').replace(/^\{(.*)\}$/, '$1'),
  );

/** What equations say, a line each, without the marks of their alignment. */
const written = (parts: ReturnType<typeof compile>['parts']): string =>
  parts
    .flatMap((part) => (part.kind === 'equation' ? [equationTex(part, undefined)] : []))
    .join('\n')
    .replaceAll('&', '')
    .replace(/ +/g, ' ');

const printed = ['examples', 'posts', 'docs']
  .flatMap((folder) => pages(`content/${folder}`))
  .map(([, text]) => written(blocksOf(text).flatMap(({ compiled }) => compiled.parts)))
  // No page has a sum that is cut short: no check could read it.
  .concat(written(compile('x[20] -> y[1]\nforward y_1').parts))
  .join('\n');

/** A symbol of the page for each kind of expression: a kind that has none does not compile. */
const symbols: Readonly<Record<Exclude<Expression['kind'], 'term'>, string>> = {
  loss: 'E',
  'data-loss': 'E_e',
  unit: 'h_1',
  preactivation: 'z_{h_1}',
  parameter: 'w_{11}^1',
  target: 't_1',
  delta: '\\delta_{h_1}',
  'unit-at': 'h_j',
  'preactivation-at': 'z_{h_j}',
  'target-at': 't_k',
  'delta-at': '\\delta_{h_j}',
  'bias-at': 'b_j^1',
  'weight-at': 'w_{ji}^1',
  vector: 'z_{h^2}',
  'weight-matrix': 'W^3',
  number: '\\frac{1}{4} \\sum_{e=1}^{4} E_e',
  value: '\\approx',
  rate: '\\eta',
  'after-step': 'E_{\\text{new}}',
  fraction: '-\\frac{t_1}{y_1}',
  sum: '(t_1 - y_1)^2',
  product: '\\sum_{k} w_{kj}^2 \\delta_{k}',
  negative: '-\\frac{t_1}{y_1}',
  power: '(t_1 - y_1)^2',
  iverson: '[m = k]',
  exponential: 'e^{z_{y_1}}',
  logarithm: '\\ln y_1',
  apply: "\\sigma'(z_{h_1})",
  derivative: '\\left.\\frac{\\partial y_1}{\\partial a}\\right|_{\\text{direct}}',
  gradient: '\\frac{\\partial E}{\\partial w_{11}^1}',
  differentiate: '\\frac{\\partial}{\\partial w_{11}^2}',
  'mean-over-examples': '\\frac{1}{4} \\sum_{e=1}^{4} E_e',
  'decay-term': '\\frac{\\lambda}{2} \\sum_w w^2',
  decay: '\\lambda',
  'matrix-product': '(W^3)^{\\top} \\delta_{y}',
  hadamard: '\\odot',
  transpose: '(W^3)^{\\top} \\delta_{y}',
  diagonal: '\\operatorname{diag}(y)',
  'sum-over': '\\sum_{k} w_{kj}^2 \\delta_{k}',
  'sum-over-paths': '\\sum_{p:\\, h_1 \\leadsto y_1} \\; \\prod_{e \\in p} w_e',
};

const block =
  'x[2] -> h[2] -> y[2]\nactivation sigmoid\nbias b^l_j\nforward h_1 y_1 E\nderive w^1_{11} as delta';
const small = 'x[1] -> h[1] -> y[1]\nactivation sigmoid\nderive w^1_{11} as delta';
const inNotation = (text: string, setting: string): string => {
  const { parts, diagnostics } = compile(`notation ${setting}\n${text}`);
  expect(diagnostics).toEqual([]);
  return written(parts);
};

describe('the page of the notation', () => {
  const shown = ['Quantities', 'Layers and indices', 'Operations']
    .flatMap(rows)
    .flatMap(([cell]) => formulas(cell));

  it.each(shown)('shows what is printed: %s', (tex) => {
    expect(printed).toContain(tex);
  });

  it.each(Object.entries(symbols))('has a symbol of every kind: %s', (_, tex) => {
    expect(shown).toContain(tex);
  });

  it('writes every activation as equations do', () => {
    const known = [...activationWords.keys()].filter((word) => !/^(identity|linear)$/.test(word));
    expect(rows('Activations').map(([name]) => name)).toEqual(known.map((word) => `\`${word}\``));
    for (const [name = '', cell] of rows('Activations')) {
      const activation = name.replaceAll('`', '');
      const made = inNotation(
        `x[2] -> h[2] -> y[2]\nactivation h: ${activation}\nforward h_1`,
        'standard',
      );
      expect(made).toContain(`h_1 = ${formulas(cell)[0]}`);
    }
  });

  it.each(rows('Settings'))('shows what becomes of %s', (setting = '', cell = '') => {
    const [tex = ''] = formulas(cell);
    expect(inNotation(block, setting.replaceAll('`', ''))).toContain(tex);
    expect(inNotation(block, 'standard').includes(tex)).toBe(cell.endsWith(', the default'));
  });

  it('has every setting, with every word that it takes, and a letter where it takes one', () => {
    const said = rows('Settings').map(([setting = '']) => setting.replaceAll('`', '').split(' '));
    const of = (name: string) => said.filter(([word]) => word === name).map(([, value]) => value);
    for (const [name, { words, letter }] of settings) {
      expect(of(name)).toEqual(expect.arrayContaining([...words]));
      expect(of(name)).toHaveLength(words.length + (letter === undefined ? 0 : 1));
    }
    expect(new Set(said.map(([word]) => word))).toEqual(new Set(settings.keys()));
  });

  it('has every preset, its settings, and what it makes', () => {
    const differences = (notation: Notation) =>
      Object.entries(notation).filter(
        ([key, value]) => value !== standardNotation[key as keyof Notation],
      ).length;
    expect(rows('Presets').map(([name]) => name)).toEqual(
      [...presets.keys()].map((name) => `\`${name}\``),
    );
    for (const [name = '', set = '', ...cells] of rows('Presets')) {
      const preset = name.replaceAll('`', '');
      for (const tex of cells.flatMap(formulas)) expect(inNotation(small, preset)).toContain(tex);
      expect(cells.flatMap(formulas)).toHaveLength(2);
      if (differences(presets.get(preset) as Notation) === 0) continue;
      // What the settings say one by one is what the preset says at once.
      expect(inNotation(block, set.replaceAll('`', ''))).toBe(inNotation(block, preset));
    }
  });
});
