import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { commands, replaced } from '../../src/page/formula.ts';
import { type Item, numberItems } from '../../src/page/number.ts';
import { placeAt, sourceOf } from '../../src/page/place.ts';
import { concerns, formulaTex } from '../../src/page/tex.ts';
import { processorTime } from '../support/processor-time.ts';

function typeset(tex: string): string {
  const item: Item = {
    kind: 'formula',
    tex,
    locate: (offset) => placeAt(sourceOf(tex), offset),
  };
  const [numbered] = numberItems([item]).items;
  if (numbered === undefined) throw new Error('an item was lost');
  return formulaTex(tex, numbered);
}

describe('the labels of a formula', () => {
  it.each([
    ['give way to a tag', 'a \\label{f}', 'a \\tag{1}'],
    ['go where there is a tag', 'a \\label{f}\\tag{A}', 'a \\tag{A}'],
    ['go where there is a starred tag', 'a \\tag*{A} \\label{f}', 'a \\tag*{A} '],
    ['go where the tag has braces', 'a \\label{f}\\tag{$b_{1}$}', 'a \\tag{$b_{1}$}'],
    ['share the tag of their line', 'a \\label{f}\\label{g}', 'a \\tag{1}'],
    ['are none in a comment', 'a % \\label{f}\nb', 'a % \\label{f}\nb'],
    ['are some behind an escaped per cent', 'a \\% \\label{f}', 'a \\% \\tag{1}'],
    ['are none in \\verb', '\\verb|\\label{f}| a', '\\verb|\\label{f}| a'],
    ['are none behind a line break', 'a \\\\label{f}', 'a \\\\label{f}'],
    [
      'count by the rows of align',
      '\\begin{align} a \\label{f} \\\\ b \\\\ c \\label{g} \\end{align}',
      '\\begin{align*} a \\tag{1} \\\\ b \\\\ c \\tag{2} \\end{align*}',
    ],
    [
      'go behind all that takes no tag of its own',
      '\\begin{gather} \\begin{aligned} \\begin{matrix} a \\label{f} \\end{matrix} \\end{aligned} \\end{gather}',
      '\\begin{gather*} \\begin{aligned} \\begin{matrix} a  \\end{matrix} \\end{aligned}\\tag{1} \\end{gather*}',
    ],
    [
      'see no rows in what is inside a row',
      '\\begin{align} \\tag{3} \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\label{f} \\\\ \\sum_{\\substack{i \\\\ j}} \\label{g} \\end{align}',
      '\\begin{align*} \\tag{3} \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}  \\\\ \\sum_{\\substack{i \\\\ j}} \\tag{1} \\end{align*}',
    ],
    [
      'see no rows in a stack of indices',
      '\\begin{align} \\tag{3} \\sum_{\\substack{i \\\\ j}} \\label{f} \\end{align}',
      '\\begin{align*} \\tag{3} \\sum_{\\substack{i \\\\ j}}  \\end{align*}',
    ],
    [
      'number aligned as a whole, outside of it',
      '\\begin{aligned} a &= b \\label{f} \\\\ c &= d \\label{g} \\end{aligned}, \\quad e',
      '\\begin{aligned} a &= b  \\\\ c &= d  \\end{aligned}\\tag{1}, \\quad e',
    ],
    [
      'leave all that is inside of a row, however deep',
      '\\begin{align} \\begin{aligned} \\begin{array}{l} a \\label{f} \\end{array} b \\end{aligned} c \\end{align}',
      '\\begin{align*} \\begin{aligned} \\begin{array}{l} a  \\end{array} b \\end{aligned}\\tag{1} c \\end{align*}',
    ],
    [
      'number equation as a whole, outside of what splits it',
      '\\begin{equation} \\begin{split} a &= b \\\\ c &= d \\label{f} \\end{split} \\end{equation}',
      '\\begin{equation*} \\begin{split} a &= b \\\\ c &= d  \\end{split}\\tag{1} \\end{equation*}',
    ],
  ])('%s', (_, tex, expected) => {
    expect(typeset(tex)).toBe(expected);
    if (expected !== 'a \\\\label{f}')
      expect(() => katex.renderToString(expected, { displayMode: true })).not.toThrow();
  });

  it('go behind what takes no tag from wherever they stand in it', () => {
    const inside = '\\begin{matrix} b \\end{matrix}';
    expect(typeset(`\\begin{aligned} a \\label{f} ${inside} \\end{aligned}, e`)).toBe(
      `\\begin{aligned} a  ${inside} \\end{aligned}\\tag{1}, e`,
    );
    for (const other of ['xequation', 'equationx', 'xalign', 'alignx'])
      expect(typeset(`\\begin{${other}} a \\label{f} \\end{${other}} b`)).toBe(
        `\\begin{${other}} a  \\end{${other}}\\tag{1} b`,
      );
  });

  it('are of no concern where there are none', () => {
    expect(concerns('a = b \\tag{7}')).toBe(false);
    expect(concerns('\\begin{align} a \\end{align}')).toBe(true);
    expect(concerns('\\verb|\\eqref{f}|')).toBe(false);
  });
});

describe('any formula', () => {
  const pieces = [
    ...['\\label{f}', '\\tag{1}', '\\tag*{a{b}c}', '\\eqref{g}', '\\ref{', '\\verb|', '%', '\n'],
    ...['\\begin{align}', '\\end{align}', '\\begin{aligned}', '\\end{aligned}', '\\\\', '\\'],
    ...['{', '}', 'x', '&', ' '],
  ];
  const formula = fc
    .array(fc.constantFrom(...pieces), { maxLength: 30 })
    .map((all) => all.join(''));

  it('has its commands where they say that they are, in order and apart', () => {
    fc.assert(
      fc.property(formula, (tex) => {
        let before = 0;
        for (const { command, argument, argumentStart, start, end, tagAt } of commands(tex)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(tex.slice(start, end)).toMatch(new RegExp(`^\\\\${command}\\*?\\s*\\{`));
          expect(tex.slice(argumentStart, end - 1).trim()).toBe(argument);
          expect(tagAt).toBeGreaterThanOrEqual(start);
          before = end;
        }
        expect(replaced(tex, [])).toBe(tex);
      }),
      { seed: 1 },
    );
  });

  it('keeps no label, and has no line with two numbers', () => {
    fc.assert(
      fc.property(formula, (tex) => {
        const left = commands(typeset(tex));
        expect(left.filter(({ command }) => command === 'label')).toEqual([]);
        const given = commands(tex).filter(({ command }) => command === 'tag').length;
        const rows = new Set(commands(tex).map(({ row }) => row)).size;
        expect(left.filter(({ command }) => command === 'tag').length).toBeLessThanOrEqual(
          given + rows,
        );
      }),
      { seed: 2 },
    );
  });

  it('is read in a time that grows as its length does', () => {
    for (const piece of [
      '\\label{',
      '\\label{a',
      '{',
      '\\tag{{',
      '\\verb',
      '\\begin{a}',
      '\\begin{align}\\label{a}',
    ]) {
      expect(
        processorTime(() => commands(piece.repeat(20_000))),
        piece,
      ).toBeLessThan(500);
    }
  });
});
