import { describe, expect, it } from 'vitest';
import { edgeText, hasText, numberText, shortNumber, unitText } from '../../src/diagram/texts.ts';
import type { View } from '../../src/diagram/view.ts';
import { networkOf } from '../support/network.ts';

describe('a number in a figure', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [0.12345, '0.123'],
    [1.23456, '1.235'],
    [12.3456, '12.35'],
    [123.456, '123.5'],
    [1234.56, '1235'],
    [99_999.4, '99999'],
    [100_000, '1e5'],
    [0.0005, '0.001'],
    [0.000499, '5e-4'],
    [-0.00002, '-2e-5'],
    [-2.5, '-2.5'],
    [1e21, '1e21'],
  ])('%s is written %s', (value, expected) => {
    expect(shortNumber(value)).toBe(expected);
  });

  it('has the sign of mathematics for a minus', () => {
    expect(numberText(-0.00002)).toEqual([{ kind: 'text', text: '−2e−5' }]);
  });
});

describe('a label', () => {
  const network = networkOf('x -> h : -2.5\nh -> y');
  const [fixed, named] = network.edges;
  if (fixed === undefined || named === undefined) throw new Error('no edges');
  const view = {} as View;

  it('is a unit’s name, or the 1 that a bias weighs', () => {
    expect(unitText(network, view, 0)).toMatchObject([{ kind: 'name', name: { letter: 'x' } }]);
    expect(unitText(network, { ...view, extras: new Map([[0, 'bias']]) }, 0)).toEqual([
      { kind: 'text', text: '1' },
    ]);
  });

  it('is an edge’s weight, the number that it is, or the number that is shown in its place', () => {
    expect(edgeText(network, view, fixed)).toEqual([{ kind: 'text', text: '−2.5' }]);
    expect(edgeText(network, view, named)).toMatchObject([{ kind: 'name' }]);
    const numbers = { units: false, edges: new Map([[named.id, -0.5]]) } as unknown as NonNullable<
      View['numbers']
    >;
    expect(edgeText(network, { ...view, numbers }, named)).toEqual([
      { kind: 'text', text: '−0.5' },
    ]);
    expect(hasText({ ...view, numbers }, named)).toBe(true);
    expect(hasText({ ...view, numbers }, fixed)).toBe(false);
    expect(hasText(view, fixed)).toBe(true);
    expect(hasText({ ...view, extras: new Map([[fixed.to, 'loss']]) }, fixed)).toBe(false);
  });
});
