import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { limits } from '../../src/limits.ts';
import { markup } from '../../src/svg/markup.ts';
import { processorTime } from '../support/processor-time.ts';

const times = (line: string, count = 64): string => `${line}\n`.repeat(count);
const wide = (count: number): string =>
  Array.from({ length: count }, (_, place) => `w_{${place + 1}}`).join(' ');
const singles = (count: number, line: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => line(place)).join('\n');

const small = 'x[2] -> h[2] -> y[2]\n';
const large = 'x[784] -> h^1[128] -> h^2[64] -> y[10]\n';
const deep = 'h^1[7] -> ... -> h^{128}[7] -> y[1]\n';

/** Blocks that ask for as much as they can, and what they are refused with if they are. */
const blocks: readonly (readonly [string, string, string?])[] = [
  ['a large network', `${large}figure`],
  ['many figures of a large network', large + times('figure'), 'too-much-work'],
  ['many derivations in it', `${large}${times('derive w^1_{5,300}')}`, 'too-much-work'],
  [
    'a network as deep as can be',
    `h^1[7] -> ... -> h^{127}[7] -> y\nderive w^1_{11}`,
    'too-much-work',
  ],
  ['a deeper one', `${deep}derive w^1_{11}`, 'network-too-large'],
  ['4,000 layers of one unit', 'h^1[1] -> ... -> h^{4000}[1] -> y\nfigure', 'network-too-large'],
  ['many figures', small + times('figure focus w^1_{11}'), 'too-much-output'],
  [
    'many figures of broad layers',
    `x[7] -> h[7] -> k[7] -> y[7]\n${times('figure focus x_1')}`,
    'too-much-output',
  ],
  [
    'many derivations',
    `x[4] -> h[4] -> k[4] -> y[4]\nactivation y: softmax\n${times('derive w^1_{11} as delta')}`,
  ],
  [
    'a derivation of the largest network that is promised',
    'x[64] -> h^1[64] -> h^2[64] -> y[10]\nactivation tanh, y: softmax\nbias b^l_j\nloss cross-entropy\nderive w^1_{11} as matrix',
  ],
  ['a derivation of a larger one', 'x[90] -> h[90] -> y[90]\nderive w^1_{11}', 'too-much-work'],
  [
    'many parts of a large network in focus',
    `${large}figure focus ${Array.from({ length: 6 }, (_, at) => `w^1_{1${at + 1}}`).join(' ')}`,
    'too-much-work',
  ],
  ['many walks', `${small}${times('derive w^1_{11}, steps')}`, 'too-much-output'],
  [
    'many walks in a large network',
    `${large}${times('derive w^2_{11} as delta, steps')}`,
    'too-much-work',
  ],
  ['many tables', `x[4] -> h[8] -> y[4]\n${times('derive as table')}`, 'too-much-work'],
  [
    'many live figures',
    `x[2] -> h[8] -> y[1]\n${times('live plot error training decision')}`,
    'too-much-output',
  ],
  ['long captions', `x -> y\n${times(`figure caption "${'W'.repeat(250)}"`)}`],
  ['twelve parts in focus', `x[8] -> h[8] -> y[8]\nweights w_N\nfigure focus ${wide(12)}`],
  ['more of them', `x[8] -> h[8] -> y[8]\nweights w_N\nfigure focus ${wide(13)}`, 'too-many-names'],
  [
    'edges one by one',
    `${singles(600, (at) => `a_{${at % 30}} -> b_{${Math.floor(at / 30)}} : w_{${at}}`)}\nderive w_0`,
  ],
  ['an acyclic network of all edges', singles(190, (at) => `a_{${at % 19}} -> b_{${at}}`)],
  ['a size beyond all numbers', 'x[1e9] -> y', 'layer-size'],
  ['layers beyond all numbers', 'h^1[2] -> ... -> h^{999999999}[2]', 'network-too-large'],
  ['more edges than there may be', 'x[1024] -> h[1024] -> y[1024]', 'network-too-large'],
];

describe('a block', () => {
  it.each(blocks)('with %s stays within bounds', (_, text = '', code = undefined) => {
    expect(text.length).toBeLessThanOrEqual(limits.block);
    let size = 0;
    const time = processorTime(() => {
      const { parts, diagnostics } = compile(text);
      expect([...new Set(diagnostics.map((each) => each.code))]).toEqual(code ? [code] : []);
      for (const { span } of diagnostics) expect(text.slice(span.start, span.end)).not.toBe('');
      for (const part of parts) if (part.kind === 'picture') size += markup(part.svg).length;
    });
    expect(size).toBeLessThanOrEqual(limits.output);
    expect(time).toBeLessThan(2000);
  });
});
