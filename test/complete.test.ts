import { describe, expect, it } from 'vitest';
import { compile, complete } from '../src/index.ts';
import { presets } from '../src/network/notation.ts';
import { settings } from '../src/network/notation-settings.ts';

const network = 'x[2] -> h[2] -> y[2]\nbias b^l_j\n';
const options = (line: string): readonly string[] =>
  complete(network + line, network.length + line.length).options.map(({ text }) => text);

describe('what may stand at a place of a block', () => {
  it.each([
    ['der', ['derive']],
    ['figure rest ', ['dim', 'red', 'plain']],
    ['figure focus w^1_{1', ['w^1_{11}', 'w^1_{12}']],
    ['figure focus b^', ['b^1', 'b^2', 'b^1_1', 'b^1_2', 'b^2_1', 'b^2_2']],
    ['derive w^1_{11} as ', ['chain', 'delta', 'paths', 'index', 'matrix', 'numbers', 'table']],
    ['activation h: s', ['sigmoid', 'softplus', 'softmax']],
    ['loss squared, ', ['decay']],
    ['notation gradient ', ['derivative', 'delta', 'differential']],
    ['notation ', [...presets.keys(), ...settings.keys()]],
    ['loss ', ['squared', 'mean-squared', 'binary-cross-entropy', 'cross-entropy']],
    ['figure show biases t', ['to', 'tag', 'targets']],
    ['x[1] -> h', ['h', 'h_1', 'h_2']],
    ['rate ', []],
    ['bias b^1', ['b^1', 'b^1_1', 'b^1_2']],
    ['# fi', []],
    ['figure caption "fi', []],
    ['figure label ', []],
  ])('%s', (line, expected) => {
    expect(options(line)).toEqual(expected);
  });

  it('begins where the word does, whatever the lines around it', () => {
    const text = 'x[2] -> y[2]\nderive w_{1\nfigure';
    const offset = text.indexOf('{1') + 2;
    expect(complete(text, offset)).toEqual({
      from: text.indexOf('w_'),
      options: ['w_{11}', 'w_{12}'].map((name) => ({ text: name, kind: 'weight' })),
    });
  });

  it('leaves out what a request has said already, and each word that it gives is known', () => {
    expect(options('figure rest red, ')).not.toContain('rest');
    for (const word of options('').filter((each) => each.length > 2 && /^[a-z]+$/.test(each))) {
      const codes = compile(`${network}${word}`).diagnostics.map(({ code }) => code);
      expect(codes, word).not.toContain('unknown-word');
    }
  });

  it('gives no names where no network is described', () => {
    expect(complete('x[0] -> y\nderive ', 17).options.map(({ kind }) => kind)).not.toContain(
      'unit',
    );
    expect(complete('derive x', 8).options).toEqual([]);
  });

  it('gives names a bound', () => {
    expect(complete('x[784] -> y[128]\nderive w', 25).options.length).toBe(200);
  });
});
