import { describe, expect, it } from 'vitest';
import type { Equation } from '../../src/figure.ts';
import { commands } from '../../src/page/formula.ts';
import { sourceOf } from '../../src/page/place.ts';
import { frame } from '../../src/page/problem.ts';
import { equationTex, reasonedLine } from '../../src/page/tex.ts';

const row = (left: string, right: string, sentence = 'since $a$ is $b$') =>
  ({
    left,
    relation: '=',
    right,
    reason: { name: 'the rule', sentence },
  }) as unknown as Equation['rows'][number];
const equation = (...rows: Equation['rows']) => ({ rows }) as Equation;

describe('a derived equation', () => {
  it('stands on one line, or on lines of one environment, with its number on the last', () => {
    expect(equationTex(equation(row('a', 'b')), '1')).toBe('a = b \\tag{1}');
    expect(equationTex(equation(row('a', 'b')), undefined)).toBe('a = b');
    expect(equationTex(equation(row('a', 'b'), row('', 'c')), '2')).toBe(
      '\\begin{align*}\na &= b \\\\\n&= c \\tag{2}\n\\end{align*}',
    );
  });

  it('has its rule with a capital, and its reason in words and formulas', () => {
    expect(reasonedLine(row('a', 'b'))).toEqual({
      left: 'a',
      right: '= b',
      rule: 'The rule',
      reason: [
        { kind: 'text', text: 'since ' },
        { kind: 'formula', tex: 'a' },
        { kind: 'text', text: ' is ' },
        { kind: 'formula', tex: 'b' },
      ],
    });
    expect(reasonedLine(row('a', 'b', '$a$ is')).reason).toEqual([
      { kind: 'formula', tex: 'a' },
      { kind: 'text', text: ' is' },
    ]);
  });
});

describe('the rows of a formula', () => {
  it.each([
    ['\\begin{align} a \\cr b \\label{f} \\end{align}', 1],
    ['\\begin{align} a \\\\ b \\\\ c \\label{f} \\end{align}', 2],
    ['\\begin{align} {a \\\\ b} \\label{f} \\end{align}', 0],
    ['\\begin{align} {a} \\\\ b \\label{f} \\end{align}', 1],
    ['\\begin{align} a \\crazy b \\label{f} \\end{align}', 0],
    ['a \\\\ b \\label{f}', 0],
    ['\\begin{flalign} a \\\\ b \\label{f} \\end{flalign}', 0],
  ])('are counted: %s', (tex, expected) => {
    expect(commands(tex).map((each) => each.row)).toEqual([expected]);
  });
});

describe('a mark under words', () => {
  const source = sourceOf('one two\nthree');
  const at = (line: number, column: number) => ({ line, column, offset: 0 });

  it('ends with its words, or with the line where they go on', () => {
    expect(frame({ start: at(1, 5), end: at(1, 8) }, source)).toBe('  1 | one two\n    |     ^^^');
    expect(frame({ start: at(1, 2), end: at(2, 3) }, source)).toBe('  1 | one two\n    |  ^^^^^^');
    expect(frame({ start: at(2, 2), end: at(2, 2) }, source)).toBe('  2 | three\n    |  ^');
  });

  it('counts the cells of a terminal: two of a wide character, none of a mark', () => {
    const wide = sourceOf('漢e\u0301 x');
    expect(frame({ start: at(1, 5), end: at(1, 6) }, wide)).toBe('  1 | 漢e\u0301 x\n    |     ^');
  });
});
