import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/network/request.ts';
import { resolve } from '../../src/network/resolve.ts';
import { spell } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';

const network = 'x[2] -> h[2] -> y[2]\nbias b^l';

/** The requests of a block, each without its position. */
function requests(lines: string): readonly Request[] {
  const { document, diagnostics } = parse(`${network}\n${lines}`);
  const resolved = resolve(document);
  expect([...diagnostics, ...resolved.diagnostics]).toEqual([]);
  return resolved.requests;
}
const one = (line: string): Request => {
  const [request, ...more] = requests(line);
  if (request === undefined || more.length > 0) throw new Error(line);
  return request;
};
const unit = (layer: number, place: number) => ({ kind: 'unit', unit: 2 * layer + place - 1 });
const parameter = (id: number) => ({ kind: 'parameter', parameter: id });

describe('a figure', () => {
  const plain = {
    kind: 'figure',
    focus: [],
    only: [],
    outline: true,
    rest: 'dim',
    arrows: 'forward',
    show: [],
    to: [],
    paths: [],
    numbers: { units: false },
  };

  it('is what a block without requests is drawn as', () => {
    expect(requests('')).toMatchObject([{ ...plain, span: { start: 0, end: network.length } }]);
    expect(one('figure')).toMatchObject(plain);
  });

  it.each<[string, object]>([
    ['figure focus w^1_{11}', { focus: [parameter(0)] }],
    ['figure focus w^1_{11} b^1, h_2', { focus: [parameter(0), parameter(8), unit(1, 2)] }],
    ['figure only w^1_{12}', { only: [parameter(1)] }],
    ['figure outline', { outline: true }],
    ['figure no outline', { outline: false }],
    ['figure rest red arrows backward', { rest: 'red', arrows: 'backward' }],
    ['figure direction down', { direction: 'down' }],
    ['figure show biases targets', { show: ['biases', 'targets'] }],
    ['figure focus w^1_{11} to y_1', { focus: [parameter(0)], to: [4] }],
    ['figure only w^1_{11} to y', { only: [parameter(0)], to: [4, 5] }],
    ['figure focus w^1_{11} path 2', { focus: [parameter(0)], paths: [2], outline: false }],
    ['figure focus w^1_{11} path 1-2, outline', { focus: [parameter(0)], paths: [1, 2] }],
    ['figure values', { numbers: { units: true, edges: 'weights' } }],
    ['figure gradients', { numbers: { units: false, edges: 'gradients' } }],
    ['figure values gradients', { numbers: { units: true, edges: 'gradients' } }],
    ['figure widths gradients values', { widths: 'gradients', numbers: { units: true } }],
    ['x = 1 2; 3 4\nfigure values example 2', { numbers: { units: true }, example: 2 }],
    ['figure captions i j k', { captions: ['i', 'j', 'k'] }],
    ['figure caption "Two layers, label f"', { caption: 'Two layers, label f' }],
    ['figure label eq:f_1, tag A.2', { label: { name: 'eq:f_1' }, tag: { text: 'A.2' } }],
    ['figure unnumbered', { unnumbered: true }],
  ])('%s', (line, expected) => {
    expect(one(line)).toMatchObject({ ...plain, ...expected });
  });
});

describe('forward equations', () => {
  it.each<[string, (number | string)[]]>([
    ['forward', [2, 3, 4, 5]],
    ['forward y, h', [4, 5, 2, 3]],
    ['forward h_2 y', [3, 4, 5]],
    ['forward h_2 E h y E', [3, 'loss', 2, 4, 5]],
    ['forward y E, label f', [4, 5, 'loss']],
  ])('%s', (line, expected) => {
    expect(one(line)).toMatchObject({ kind: 'forward', of: expected });
  });
});

describe('a derivation', () => {
  const plain = { kind: 'derive', form: 'chain', reasons: 'none' };

  it.each<[string, object]>([
    ['derive w^1_{11}', { by: parameter(0) }],
    ['derive E by w^1_{11}', { by: parameter(0) }],
    ['derive y_1 by w^1_{11}', { by: parameter(0), of: 4 }],
    ['derive x_1', { by: unit(0, 1) }],
    ['derive b^2', { by: parameter(9) }],
    ['derive h_1 as delta', { by: unit(1, 1), form: 'delta' }],
    ['derive w^1_{11} reasons below', { reasons: 'below' }],
    [
      'derive w^1_{11} lines 1-2, label f',
      { lines: [{ from: { line: 1 }, to: { line: 2 } }], label: { name: 'f' } },
    ],
    [
      'derive w^1_{11} lines 2 4-',
      { lines: [{ from: { line: 2 }, to: { line: 2 } }, { from: { line: 4 } }] },
    ],
    ['derive w^1_{11} lines ..sign', { lines: [{ to: { rule: 'sign' } }] }],
  ])('%s', (line, expected) => {
    expect(one(line)).toMatchObject({ ...plain, ...expected });
  });

  it('is of the loss, and of all lines, where nothing else is said', () => {
    expect(one('derive w^1_{11}')).not.toHaveProperty('of');
    expect(one('derive E by w^1_{11}')).not.toHaveProperty('of');
    expect(one('derive w^1_{11}')).not.toHaveProperty('lines');
  });
});

it('keeps the order of the block', () => {
  expect(requests('derive x_1\nfigure\nforward').map(({ kind }) => kind)).toEqual([
    'derive',
    'figure',
    'forward',
  ]);
});

it('remembers the words of each part', () => {
  const block = `${network}\nderive w^1_{11} lines 1-2 label f`;
  const [request] = resolve(parse(block).document).requests;
  if (request?.kind !== 'derive') throw new Error('no derivation');
  const text = (part?: { span: { start: number; end: number } }) =>
    part && block.slice(part.span.start, part.span.end);
  expect([request, request.lines?.[0], request.lines?.[0]?.to, request.label].map(text)).toEqual([
    'derive w^1_{11} lines 1-2 label f',
    '1-2',
    '2',
    'f',
  ]);
});

it('prefers the network over the words: every letter but a keyword is a name', () => {
  const { document } = parse('i -> j -> k\nfigure captions a b c');
  const { network: found, diagnostics } = resolve(document);
  expect(diagnostics).toEqual([]);
  expect(found?.units.map(({ name }) => spell(name))).toEqual(['i', 'j', 'k']);
});
