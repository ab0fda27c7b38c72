import { describe, expect, it } from 'vitest';
import { listed } from '../../src/network/report.ts';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';
import { networkOf } from '../support/network.ts';

const letters = (count: number): readonly string[] => [...'abcdefghijklmnop'].slice(0, count);
const resolved = (block: string) => resolve(parse(block).document);
const messages = (block: string) =>
  resolved(block).diagnostics.map(({ message, hint }) => `${message} ${hint}`);

describe('a list in words', () => {
  it.each([
    [0, 'nothing'],
    [1, 'a'],
    [2, 'a and b'],
    [3, 'a, b and c'],
    [12, 'a, b, c, d, e, f, g, h, i, j, k and l'],
    [13, 'a, b, …, m'],
  ])('of %i is %s', (count, expected) => {
    expect(listed(letters(count))).toBe(expected);
  });
});

const weight = (parameter: number) => ({ kind: 'parameter', parameter });

describe('a request', () => {
  const network = 'x[2] -> h[2] -> y[2]';

  it.each<[string, object]>([
    [
      'derive h as table, lines 1-2, steps',
      {
        kind: 'table',
        by: [
          { kind: 'unit', unit: 2 },
          { kind: 'unit', unit: 3 },
        ],
        lines: [{ from: { line: 1 }, to: { line: 2 } }],
        steps: true,
        reasons: 'below',
      },
    ],
    ['derive w^1 as table', { by: [0, 1, 2, 3].map((id) => weight(id)) }],
    ['derive as table', { by: [0, 1, 2, 3, 4, 5, 6, 7].map((id) => weight(id)) }],
    [
      'derive w^1_{12} h_1 w^2 as table',
      { by: [weight(1), { kind: 'unit', unit: 2 }, ...[4, 5, 6, 7].map((id) => weight(id))] },
    ],
    [
      'derive w^1_{12} h_1 w^1 h as table',
      {
        by: [
          ...[weight(1), { kind: 'unit', unit: 2 }],
          ...[weight(0), weight(2), weight(3), { kind: 'unit', unit: 3 }],
        ],
      },
    ],
    ['figure focus w^1_{11}, depth 3 1-2 2', { depth: [1, 2, 3] }],
    [
      'derive w^1_{11}, lines chain-rule 2-',
      {
        lines: [
          { from: { rule: 'chain-rule' }, to: { rule: 'chain-rule' } },
          { from: { line: 2 } },
        ],
      },
    ],
    ['live focus w^2_{11}', { focus: 4 }],
    ['derive w^1_{11}, steps', { kind: 'derive', steps: true, reasons: 'below' }],
    ['live caption "Touch it"', { kind: 'live', caption: 'Touch it', focus: 0 }],
  ])('%s means what it says', (line, expected) => {
    const { requests, diagnostics } = resolved(`${network}\n${line}`);
    expect(diagnostics).toEqual([]);
    expect(requests[0]).toMatchObject(expected);
  });

  it('may be of layers of six units', () => {
    const { diagnostics } = resolved('x[6] -> h[6] -> y[6]\nfigure focus w^1_{11}, depth 1-2');
    expect(diagnostics).toEqual([]);
  });

  const unclear =
    'This does not say which derivative to take. Write derive w_1 for the gradient of the loss, or derive y_1 by w_1.';
  const names =
    'After “by” stand names, and nothing else. Names are written as in LaTeX: w^1_{11}, h_2.';
  it.each([
    ['derive', [unclear]],
    ['derive as delta', [unclear]],
    ['derive by w^1_{11}', [unclear]],
    ['derive y_1 by', [unclear, names]],
    ['derive y_1 y_2 by w^1_{11}', [unclear]],
    ['derive y_1 by w^1_{11} w^1_{12}', [unclear]],
    ['derive w^1_{11} w^1_{12}', [unclear]],
    [
      'derive q',
      ['There is no weight, bias or unit q in this network. There are x, h, y, w^1 and w^2.'],
    ],
  ])('%s is none', (line, expected) => {
    expect(messages(`${network}\n${line}`)).toEqual(expected);
    expect(resolved(`${network}\n${line}`).requests).toEqual([]);
  });

  it('keeps nothing of what it could not understand', () => {
    const [table] = resolved(`${network}\nderive q w^1_{11} as table`).requests;
    expect(table).toMatchObject({ by: [weight(0)] });
    for (const line of ['figure focus w^1_{11}, depth 9', 'figure focus h_1, depth 1'])
      expect(resolved(`${network}\n${line}`).requests[0]).not.toHaveProperty('depth');
  });
});

describe('a network', () => {
  it('has the squared error, no activation and its notation unless it says so', () => {
    const { loss, units } = networkOf('x -> h -> y\nactivation h: linear');
    expect(loss).toEqual({ name: 'squared' });
    expect(units.map(({ activation }) => activation.name)).toEqual(new Array(3).fill('identity'));
    expect(networkOf('x -> y\nnotation gradient differential').notation.gradient).toBe(
      'differential',
    );
  });

  it('has a unit alone beside one of the same letter', () => {
    const { units, edges, layers, templates } = networkOf('x -> y\nx_1 -> y : u');
    expect(units.map(({ name }) => name.subscript)).toEqual(['', '1', '']);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(layers.map(({ name }) => name?.letter)).toEqual(['x', 'y']);
    expect(templates).toEqual([undefined, undefined]);
    for (const unit of units) expect(unit).not.toHaveProperty('bias');
  });

  it('has the edges to a unit in the order of the units that they come from', () => {
    const { units, edges } = networkOf('x_2 -> y : u\nx_1 -> y : v\nx[2] -> z');
    expect(units[2]?.incoming.map((edge) => edges[edge]?.from)).toEqual([0, 1]);
  });

  it('has a name for a layer where its units differ in nothing but their subscripts', () => {
    const { layers } = networkOf('x -> h^1\nx -> h^2 : u');
    expect(layers.map(({ name }) => name?.letter)).toEqual(['x', undefined]);
  });

  it('has a template for a layer where all edges to it are there, and named by it', () => {
    const templates = (block: string) =>
      networkOf(block).templates.map((template) => template?.letter);
    expect(templates('x[2] -> h[2]')).toEqual([undefined, 'w']);
    expect(templates('x_1 -> h_1\nx_2 -> h_2\nx_1 -> h_2')).toEqual([undefined, undefined]);
    expect(templates('x[2] -> h[2]\nx_1 -> h_1 : u')).toEqual([undefined, undefined]);
  });

  it('asks for nothing where a later block does not', () => {
    const { network } = resolved('x -> y');
    expect(resolve(parse('rate 1').document, network).requests).toEqual([]);
    const drawn = { kind: 'figure', span: { start: 4, end: 17 } };
    expect(resolved('# a\nx -> y\nrate 1 # b').requests).toMatchObject([drawn]);
  });

  it('keeps the order in which units stand in its text', () => {
    const { units } = networkOf('b -> y\na -> y\nc -> y');
    expect(units.map(({ name }) => name.letter)).toEqual(['b', 'a', 'c', 'y']);
  });

  it.each([
    ['a -> b\nb -> c\nc -> b', 'These edges run in a circle: '],
    ['h^1[1] -> ... -> h^{9999}[1]', 'This network has more than 128 layers.'],
    ['h^1[1] -> ... -> h^{200}[1]', 'This network has more than 128 layers.'],
    [
      'x_1 -> y_1\nx_2 -> y_2\nfigure focus w_{11}, to y_2, path 1',
      'There is no path 1: 0 lead there. Name a weight from which one leads.',
    ],
    [
      'x -> y\nnotation error x y',
      'The notation of error is one letter. Write notation error delta.',
    ],
    [
      'x -> y\nnotation gradient other',
      'The notation of gradient is derivative or delta or differential. Write notation gradient derivative.',
    ],
  ])('is told apart from what it can’t be: %j', (block, expected) => {
    expect(messages(block).join('\n')).toContain(expected);
  });

  it('names of a circle only what is on it', () => {
    expect(messages('a -> b\nb -> c\nc -> b').join('\n')).not.toContain('a ->');
  });
});
