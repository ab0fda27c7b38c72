import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { Picture } from '../../src/figure.ts';
import { markup } from '../../src/svg/markup.ts';
import { workedExample } from '../support/worked-example.ts';

const square = 'x[2] -> h[2] -> y[2]';
const pictures = (block: string): readonly Picture[] =>
  compile(block).parts.filter((part) => part.kind === 'picture');
const svg = (block: string): string => pictures(block).map((each) => markup(each.svg))[0] ?? '';

/** The edges of a group of lines whose style says something, by their ids. */
const edgesWith = (drawn: string, style: string): readonly number[] =>
  [...drawn.matchAll(/<g class="network-edges"([^>]*)>(.*?)<\/g>/g)]
    .filter(([, attributes = '']) => attributes.includes(style))
    .flatMap(([, , lines = '']) => [...lines.matchAll(/data-edge="(\d+)"/g)])
    .map(([, id]) => Number(id));

describe('a focus', () => {
  it('on one path of several has its edges alone, in colour', () => {
    expect(edgesWith(svg(`${square}\nfigure focus w^1_{11} path 1`), 'focus-1')).toEqual([0, 4]);
    expect(edgesWith(svg(`${square}\nfigure focus w^1_{11} path 2`), 'focus-1')).toEqual([0, 6]);
  });

  it('numbers paths as the derivation writes them', () => {
    const deep = 'x[2] -> h^1[2] -> h^2[2] -> y[2]';
    const { parts } = compile(`${deep}\nderive w^1_{11} as paths`);
    const [line = ''] = parts.flatMap((part) =>
      part.kind === 'equation' ? [part.rows.at(-3)?.right ?? ''] : [],
    );
    const products = [1, 2, 3, 4].map((number) => {
      const edges = edgesWith(svg(`${deep}\nfigure focus w^1_{11} path ${number}`), 'focus-1');
      const names = edges.map((edge) => compile(deep).network?.parameters[edge]?.name);
      const [, second, third] = names;
      return `w_{${third?.subscript}}^{3} w_{${second?.subscript}}^{2} x_{1}`;
    });
    const written = [...line.matchAll(/w_\{(\d\d)\}\^\{?3\}? *w_\{(\d\d)\}\^\{?2\}?/g)].map(
      ([, third, second]) => `w_{${third}}^{3} w_{${second}}^{2} x_{1}`,
    );
    expect(written, line).toEqual(products);
  });

  it('on several paths tells them apart by dash as well as by colour', () => {
    const drawn = svg(`${square}\nfigure focus w^1_{11} path 1 2`);
    expect(edgesWith(drawn, 'focus-2')).toEqual([0, 6]);
    expect(drawn).toMatch(/network-focus-2[^>]*stroke-dasharray/);
    expect(drawn.match(/class="network-key"/g)).toHaveLength(2);
  });

  it('confined to an output leaves the way to the others out', () => {
    const drawn = svg(`${square}\nfigure focus w^1_{11} to y_2, no outline`);
    expect(edgesWith(drawn, 'focus-1')).toEqual([0, 6]);
    expect(edgesWith(svg(`${square}\nfigure only w^1_{11} to y_2`), '')).toEqual([0, 6]);
  });

  it('on an output has all that it is computed from', () => {
    const drawn = svg(`${square}\nfigure focus y_1, no outline`);
    expect([...edgesWith(drawn, 'focus-1')].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('takes the loss along, and of the biases its own', () => {
    const drawn = svg(`${square}\nbias b^l_j\nfigure focus b^1_2, no outline, show biases targets`);
    // 9 is the second bias, 12 and 13 lead from the outputs to the loss.
    expect([...edgesWith(drawn, 'focus-1')].sort((a, b) => a - b)).toEqual([5, 7, 9, 12, 13]);
  });
});

describe('the numbers of a figure', () => {
  const told = (request: string): string =>
    pictures(`${workedExample}${request}`)[0]?.description ?? '';

  it('are those of the forward pass, and of the loss', () => {
    expect(told('figure values, show targets')).toContain(
      'Values: x subscript 1 0.05; x subscript 2 0.1; h subscript 1 0.593; h subscript 2 0.597; y subscript 1 0.751; y subscript 2 0.773; t subscript 1 0.01; t subscript 2 0.99; E 0.298.',
    );
  });

  it('are the gradients of weights and biases', () => {
    expect(told('figure gradients, show biases')).toMatch(
      /by w subscript 5, gradient 0\.0822;.*to y subscript 1 by b subscript 2, gradient 0\.1/,
    );
  });

  it('make edges wide, and dashed below 0', () => {
    const drawn = svg('x[2] -> y[1]\nw = 0.5 -1\nfigure widths weights');
    expect(edgesWith(drawn, 'stroke-dasharray:5 3')).toEqual([1]);
    expect(edgesWith(drawn, 'stroke-width:5')).toEqual([1]);
    expect(drawn.match(/class="network-key"/g)).toHaveLength(2);
  });

  it.each([
    [
      'x[2] -> y[1]\nx = 1 2\nfigure values',
      'For these numbers w_{11} and w_{12} must have values.',
      'Write w = 0.5 …, with a number for each.',
    ],
    [
      'x[1] -> y[1]\nx = 1\nw = 2\nfigure gradients',
      'For these numbers t_1 must have a value.',
      'Write t = 0.5.',
    ],
  ])('that lack a value are a mistake: %s', (text, message, hint) => {
    const [mistake] = compile(text).diagnostics;
    expect(mistake).toMatchObject({ code: 'value-missing', message, hint });
    expect(text.slice(mistake?.span.start, mistake?.span.end)).toMatch(/^figure \w+$/);
  });

  it('are of the example that is asked for', () => {
    const [first, second] = ['', ', example 2'].map(
      (example) =>
        pictures(`x[1] -> y[1]\nx = 1; 2\nw = 3\nfigure values${example}`)[0]?.description,
    );
    expect(first).toContain('y subscript 1 3.');
    expect(second).toContain('y subscript 1 6.');
  });

  it('are the mean over all examples where they are gradients and none is asked for', () => {
    const text = 'x[1] -> y[1]\nx = 1; 2\nt = 0; 0\nw = 3\nfigure gradients';
    expect(pictures(text)[0]?.description).toContain('gradient 7.5.');
    expect(pictures(`${text}, example 2`)[0]?.description).toContain('gradient 12.');
  });

  it('are gradients of thousands of weights, too', () => {
    const ones = (count: number): string => Array.from({ length: count }, () => '1').join(' ');
    const rows = Array.from({ length: 60 }, () => ones(60)).join('; ');
    const block = `x[60] -> y[60]\nx = ${ones(60)}\nt = ${ones(60)}\nw = ${rows}`;
    // ∂E/∂w = (y − t) x, and each output is the sum of sixty ones.
    expect(pictures(`${block}\nfigure gradients`)[0]?.description).toContain('gradient 59');
  });

  it('that are none are a mistake', () => {
    const text =
      'x[1] -> y[1]\nloss binary-cross-entropy\nx = 1\nt = 1\nw = -3\nfigure gradients values show loss';
    expect(compile(text).diagnostics).toMatchObject([{ code: 'not-finite' }]);
  });
});

describe('numbers that a figure needs', () => {
  const told = (block: string) =>
    compile(block).diagnostics.map(({ message, hint }) => [message, hint]);
  const given = 'x[2] -> y\nw_{11} = 1\nw_{12} = 2\nbias b';

  it('are those of biases where they are shown, and never taken for 0', () => {
    expect(told(`${given}\nfigure widths weights`)).toEqual([]);
    expect(told(`${given}\nfigure widths weights, show biases`)).toEqual([
      ['For these numbers b must have a value.', 'Write b = 0.5.'],
    ]);
    expect(told(`${given}\nb = 3\nfigure widths weights, show biases`)).toEqual([]);
  });

  it('are gradients of a network without a weight of its own, which has none', () => {
    const [part] = pictures('x -> y : 2\nx = 1\nt = 1\nfigure gradients');
    expect(part?.description).toBe('Two layers from left to right: x; y. Edges: x to y by 2.');
  });
});

describe('a reduced network', () => {
  it('of one path has the edges of that path', () => {
    expect(edgesWith(svg(`${square}\nfigure only w^1_{11}, path 2`), '')).toEqual([0, 6]);
  });
});
