import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { placeAt, sourceOf } from '../../src/page/place.ts';
import { byPlace, explain, problemAt } from '../../src/page/problem.ts';
import { render } from '../../src/render.ts';

const text = 'x -> h\nwieghts w_N\nh -> x\n';
const source = sourceOf(text);
const problem = (diagnostic: Partial<Diagnostic>) =>
  problemAt(
    { code: 'odd', message: 'This is odd.', span: { start: 7, end: 14 }, ...diagnostic },
    (offset) => placeAt(source, offset),
  );
const told = (diagnostic: Partial<Diagnostic>): readonly string[] =>
  explain([problem(diagnostic)], source, 'post.md').split('\n');
const place = 'post.md:2:1: This is odd.';
const mark = ['  2 | wieghts w_N', '    | ^^^^^^^'];

describe('a problem', () => {
  it('is told with its place, its words underlined, and what to write', () => {
    expect(told({})).toEqual([place, ...mark]);
    expect(told({ hint: 'Write it so.' })).toEqual([place, ...mark, '  Write it so.']);
  });

  it('has what may have been meant, once', () => {
    const expected = ['weights', 'w'];
    const asked = '  Did you mean weights or w?';
    expect(told({ expected })).toEqual([place, ...mark, asked]);
    expect(told({ expected: [] })).toEqual([place, ...mark]);
    expect(told({ expected, hint: 'Take another.' }).slice(3)).toEqual(['  Take another.', asked]);
    for (const hint of ['Did you mean weights?', 'There are w and v; did you mean w?'])
      expect(told({ expected, hint }).slice(3)).toEqual([`  ${hint}`]);
  });

  it.each([
    'x[2] -> h[2] -> y[2]\nwieght w_N',
    'x[2] -> h[2] -> y[2]\nderive w^1_{13}',
    'x[2] -> h[2] -> y[2]\nderive h_3',
    'x[2] -> h[2] -> y[2]\nactivation sigmod',
    'x[2] -> h[2] -> y[2]\nfigure rest dime',
  ])('asks one question of a block: %j', (block) => {
    const explanations = render(block).mistakes.map(({ explanation }) => explanation);
    expect(explanations).toHaveLength(1);
    expect(explanations.join().match(/did you mean/gi)).toHaveLength(1);
  });

  it('may have two places', () => {
    expect(problem({})).not.toHaveProperty('also');
    expect(told({ also: { start: 19, end: 25 } })).toEqual([
      place,
      ...mark,
      '  together with 3:1:',
      '  3 | h -> x',
      '    | ^^^^^^',
    ]);
  });

  it('stands in the order of the file, apart from the next', () => {
    const [late, early] = [problem({ span: { start: 19, end: 20 } }), problem({})];
    expect([late, early].sort(byPlace)).toEqual([early, late]);
    expect([early, late].sort(byPlace)).toEqual([early, late]);
    expect(explain([early, late], source, 'post.md').split('\n\n')).toHaveLength(2);
  });

  it('plays no tricks on a terminal', () => {
    expect(problem({ message: 'a\u001b[31m', hint: 'b\u202ec' })).toMatchObject({
      message: 'a\ufffd[31m',
      hint: 'b\ufffdc',
    });
  });
});
