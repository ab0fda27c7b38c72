import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './support/blocks.ts';

/** What a page's equations say: each left side with the number that its chain ends with, in their order. */
function conclusions(file: string): readonly (readonly [string, number])[] {
  const blocks = blocksOf(readFileSync(file, 'utf8'));
  expect(blocks.flatMap(({ compiled }) => compiled.diagnostics)).toEqual([]);
  const said: [string, number][] = [];
  for (const { parts } of blocks.map(({ compiled }) => compiled)) {
    for (const part of parts) {
      for (const { left, relation, right } of part.kind === 'equation' ? part.rows : []) {
        if (left !== '') said.push([left, Number.NaN]);
        const number = `${relation} ${right}`.match(
          /.*(?:=|\\approx|\\leftarrow) (-?[\d.]+)$/,
        )?.[1];
        const last = said.at(-1);
        if (last !== undefined && number !== undefined) last[1] = Number(number);
      }
    }
  }
  return said;
}

const by = (name: string): string => `\\frac{\\partial E}{\\partial ${name}}`;

describe('Mazur’s worked example, as its author published it', () => {
  const said = conclusions('content/posts/worked-example.md');

  it.each([
    ['z_{h_1}', 0.3775],
    ['h_1', 0.593269992],
    ['h_2', 0.596884378],
    ['z_{y_1}', 1.105905967],
    ['y_1', 0.75136507],
    ['y_2', 0.772928465],
    ['E', 0.298371109],
    ['\\delta_{1}', 0.138498562],
    [by('w_5'), 0.082167041],
    [by('w_1'), 0.000438568],
    ['w_1', 0.149780716],
    ['w_2', 0.19956143],
    ['w_3', 0.24975114],
    ['w_4', 0.29950229],
    ['w_5', 0.35891648],
    ['w_6', 0.408666186],
    ['w_7', 0.51130127],
    ['w_8', 0.561370121],
  ])('%s is %d wherever it is worked out', (left, published) => {
    const digits = String(published).split('.')[1]?.length ?? 0;
    const found = said.filter(([name, value]) => name === left && !Number.isNaN(value));
    expect(found.length).toBeGreaterThan(0);
    for (const [, value] of found) expect(Number(value.toFixed(digits))).toBe(published);
  });

  it('has after the step the error that the published weights lead to', () => {
    const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
    const [w1, w2, w3, w4, w5, w6, w7, w8] = [
      0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.51130127,
      0.561370121,
    ];
    const h1 = sigmoid(w1 * 0.05 + w2 * 0.1 + 0.35);
    const h2 = sigmoid(w3 * 0.05 + w4 * 0.1 + 0.35);
    const y1 = sigmoid(w5 * h1 + w6 * h2 + 0.6);
    const y2 = sigmoid(w7 * h1 + w8 * h2 + 0.6);
    const error = (0.01 - y1) ** 2 / 2 + (0.99 - y2) ** 2 / 2;
    expect(said.at(-1)).toEqual(['E_{\\text{new}}', Number(error.toFixed(9))]);
  });

  it('takes its figures and equations from blocks', () => {
    const prose = readFileSync('content/posts/worked-example.md', 'utf8').replaceAll(
      /^```network[\s\S]*?^```$/gm,
      '',
    );
    expect(prose).not.toMatch(/\$\$|\\begin|\\frac|<img|!\[/);
  });
});

describe('the neuron of the CS231n notes, to the two decimals of its figure', () => {
  const said = new Map(conclusions('content/examples/sigmoid-neuron.md'));

  it.each([
    ['z_{f}', 1],
    ['f', 0.73],
    ['\\frac{\\partial f}{\\partial w_0}', -0.2],
    ['\\frac{\\partial f}{\\partial w_1}', -0.39],
    ['\\frac{\\partial f}{\\partial w_2}', 0.2],
    ['\\frac{\\partial f}{\\partial x_0}', 0.39],
    ['\\frac{\\partial f}{\\partial x_1}', -0.59],
  ])('%s is %d', (left, published) => {
    expect(Number(said.get(left)?.toFixed(2))).toBe(published);
  });

  it('is also that of the notes’ code', () => {
    const f = 1 / (1 + Math.exp(-1));
    const gradients = ['w_0', 'w_1', 'w_2', 'x_0', 'x_1'].map(
      (name) => said.get(`\\frac{\\partial f}{\\partial ${name}}`) ?? Number.NaN,
    );
    for (const [place, factor] of [-1, -2, 1, 2, -3].entries())
      expect(gradients[place]).toBeCloseTo(factor * f * (1 - f), 9);
  });
});
