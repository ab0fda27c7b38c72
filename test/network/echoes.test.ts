import { describe, expect, it } from 'vitest';
import { withoutEchoes } from '../../src/network/echoes.ts';

/** What keeps layers from being there; then edges and their names; then what speaks of them. */
const layers = [
  ...['layer-size', 'layer-subscript', 'double-layer', 'unclear-ellipsis'],
  ...['network-too-large', 'unknown-unit'],
];
const edges = ['no-network', 'circle', 'unnamed-skip', 'name-shared-by-accident'];
const names = ['double-name', 'unknown-name', 'odd-shape', 'odd-captions', 'value-of-computed'];

const left = (codes: readonly string[], damaged = false) =>
  withoutEchoes(
    codes.map((code, start) => ({ code, message: '', span: { start, end: start + 1 } })),
    damaged,
  ).map(({ code }) => code);

describe('a mistake that may follow from another', () => {
  it.each([...edges, ...names])('is left out beside one of layers: %s', (code) => {
    for (const first of layers) expect(left([code, first])).toEqual([first]);
  });

  it.each(names)('is left out beside one of edges: %s', (code) => {
    for (const first of edges) expect(left([first, code])).toEqual([first]);
  });

  it('is told where there is no other, or where those are like it', () => {
    for (const same of [layers, edges, names]) expect(left(same)).toEqual(same);
    expect(left([])).toEqual([]);
  });

  it('is left out where a line could not be read', () => {
    expect(left([...layers, 'unknown-word', ...edges, ...names], true)).toEqual(['unknown-word']);
  });

  it('is none of those that nothing leads to', () => {
    expect(left(['unknown-word', 'circle', 'odd-number'])).toEqual([
      'unknown-word',
      'circle',
      'odd-number',
    ]);
  });
});

it('mistakes stand in the order of the text', () => {
  const at = (start: number) => ({ code: 'odd', message: '', span: { start, end: start } });
  expect(withoutEchoes([at(2), at(0), at(1)], false)).toEqual([at(0), at(1), at(2)]);
});
