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
    ['derive w^1 as table', { by: [0, 1, 2, 3].map((id) => ({ parameter: id })) }],
    ['derive w^1_{11}, steps', { kind: 'derive', steps: true, reasons: 'below' }],
    ['live caption "Touch it"', { kind: 'live', caption: 'Touch it', focus: 0 }],
  ])('%s means what it says', (line, expected) => {
    const { requests, diagnostics } = resolved(`${network}\n${line}`);
    expect(diagnostics).toEqual([]);
    expect(requests[0]).toMatchObject(expected);
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

  it('keeps the order in which units stand in its text', () => {
    const { units } = networkOf('b -> y\na -> y\nc -> y');
    expect(units.map(({ name }) => name.letter)).toEqual(['b', 'a', 'c', 'y']);
  });

  it.each([
    ['a -> b\nb -> c\nc -> b', 'These edges run in a circle: '],
    ['h^1[1] -> ... -> h^{9999}[1]', 'This network has more than 4096 units.'],
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
