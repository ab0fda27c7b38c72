import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { search } from '../../src/diagram/search.ts';
import type { Picture } from '../../src/figure.ts';
import { markup } from '../../src/svg/markup.ts';

function figure(block: string): Picture {
  const { parts, diagnostics } = compile(block);
  expect(diagnostics).toEqual([]);
  const [picture] = parts;
  if (picture?.kind !== 'picture') throw new Error('no figure');
  return picture;
}
const captions = (block: string): readonly string[] =>
  figure(block).diagram.captions.map(({ label }) => label.words);
const ones = (count: number): string => Array(count).fill(1).join(' ');

describe('a figure that is cut short', () => {
  it('says so of a single layer as of several', () => {
    const hidden = Array.from({ length: 11 }, (_, place) => `h^{${place + 1}}[1]`);
    const deep = `x[1] -> ${hidden.join(' -> ')} -> y[1]`;
    // Of 13 layers the first three, the last three, and the two that the weight joins.
    expect(captions(`${deep}\nfigure focus w^5_{11}`)).toEqual(['1 layer', '4 layers']);
  });

  it('shows a single unit where dots would take its place', () => {
    expect(figure('x[9] -> y\nfigure focus w_{14}').description).toContain(
      'the figure shows x subscript 1, x subscript 2, x subscript 3, x subscript 4 and x subscript 9.',
    );
  });

  it('has units that were given one by one beside a layer with dots', () => {
    const { diagram } = figure('x[9] -> p\nx_9 -> q\np -> y\nq -> y\nfigure');
    const height = (name: string): number =>
      diagram.units.find(({ label }) => label.words === name)?.centre.y ?? Number.NaN;
    expect(height('p')).toBeLessThan(height('q'));
  });
});

describe('a figure', () => {
  it('names the matrix of weights that have a Greek letter by that letter', () => {
    expect(captions('x[6] -> y[6]\nweights \\theta_{ji}\nfigure')).toEqual(['theta']);
  });

  it('of a bias of the only output has one layer', () => {
    expect(figure('x -> y\nbias b\nfigure only b').description).toBe('One layer: y.');
  });

  it('lists as many values as can be listened to', () => {
    const block = `x[41] -> y\nx = ${ones(41)}\nw = ${ones(41)}\nfigure values`;
    const [values = ''] = /Values: [^.]*\./.exec(figure(block).description) ?? [];
    // Of 42 units, 40.
    expect(values.split(';')).toHaveLength(41);
    expect(values).toMatch(/; and 2 more\.$/);
  });

  it('has thin lines where all that they tell is 0', () => {
    const { diagram } = figure('x[2] -> y\nw = 0 0\nfigure widths weights');
    expect(diagram.edges.map(({ width }) => width)).toEqual([0.6, 0.6]);
  });

  it('has the end of a wide line within its head, on whichever side that is', () => {
    const block = 'x -> y\nw_{11} = 3\nfigure widths weights';
    const line = (arrows: string): readonly number[] =>
      [
        ...(/<path d="M([\d.]+) [\d.]+L([\d.]+)/.exec(
          markup(figure(`${block}, arrows ${arrows}`).svg),
        ) ?? []),
      ]
        .slice(1)
        .map(Number);
    const [[from, to], [head, foot]] = [line('forward'), line('backward')];
    // The head of a line 5 wide is 18 long, and the line ends 2 behind its tip's end.
    expect([from, to]).toEqual([Number(head) - 16, Number(foot) - 16]);
  });

  it('has bars in the units of a softmax, which has no curve', () => {
    const drawn = markup(
      figure('x -> y[2]\nactivation softmax\nloss cross-entropy\nfigure show activations').svg,
    );
    const [, curves = ''] = /<g class="network-curves"[^>]*>(.*?)<\/g>/.exec(drawn) ?? [];
    const paths = [...curves.matchAll(/ d="([^"]*)"/g)].map(([, d = '']) => d.match(/M/g)?.length);
    expect(paths).toEqual([3, 3]);
  });

  it('keeps the order of units that lead past the next layer', () => {
    const edges = ['x_1 -> p', 'x_2 -> q', 'x_1 -> q', 'x_2 -> p', 'p -> r', 'r -> y', 'q -> y'];
    const { diagram } = figure(`${edges.join('\n')}\nweights w_N\nfigure`);
    const [p, q, r] = ['p', 'q', 'r'].map((name) =>
      diagram.units.find(({ label }) => label.words === name),
    );
    expect(p?.centre.x).toBe(q?.centre.x);
    expect(r?.centre.x).toBeGreaterThan(p?.centre.x ?? Number.NaN);
  });
});

describe('a search for spots', () => {
  it('gives up where it would take for ever', () => {
    // 24 labels for 23 spots, each as good as any other.
    const spots = Array.from({ length: 23 }, (_, place) => ({
      box: { x: 100 * place, y: 0, width: 10, height: 10 },
    }));
    const started = performance.now();
    expect(search(Array.from({ length: 24 }, () => spots))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
