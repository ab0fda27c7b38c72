import { expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { speaksOf } from '../../src/check/speaks.ts';
import { trialsOf } from '../../src/check/trial.ts';
import { networkOf } from '../support/network.ts';

const network = networkOf('x -> y');
const checker = checkerOf(network);
const ours = new Error('a mistake of ours');
const fail = (): never => {
  throw ours;
};
const broken = { ...checker.vocabulary, symbols: { ...new Map(), get: fail } as never };
const unit = (id: number) => ({ kind: 'unit', unit: id }) as const;

it('a mistake of ours is never told as one of the author’s', () => {
  expect(() => check('y = x', { ...checker, trials: fail })).toThrow(ours);
  expect(() => check('y = x', { ...checker, vocabulary: broken })).toThrow(ours);
  const functions = { ...new Map(), get: fail } as never;
  const vocabulary = { ...checker.vocabulary, functions };
  expect(() => check('y = \\ln(x)', { ...checker, vocabulary })).toThrow(ours);
  expect(() => speaksOf('y = x', broken)).toThrow(ours);
});

it('a trial tells no value where there is none, and fails at a unit that the network has not', () => {
  const nothing = {
    kind: 'fraction',
    numerator: unit(0),
    denominator: { kind: 'number', value: 0 },
  } as const;
  for (const trial of trialsOf(network)) {
    expect(trial.show(nothing)).toBe('?');
    expect(trial.agree(nothing, unit(0))).toBeUndefined();
    expect(() => trial.show(unit(7))).toThrow('what is always there is missing');
  }
});
