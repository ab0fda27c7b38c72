import type { ActivationName, Network } from '../network/network.ts';
import { spell } from '../syntax/name.ts';
import { unit } from './build.ts';
import type { Refusal } from './derivation.ts';
import type { Rounded } from './rounded.ts';
import type { World } from './world.ts';

/** Their slopes are written by the unit's value a, with a difference from 1: a(1 − a), 1 − a². */
const isByValue: ReadonlySet<ActivationName> = new Set(['sigmoid', 'tanh']);

/** As near to 1, a value has four digits less for the difference than for itself. */
const near = 1e-4;

/**
 * Why numbers that a computer can hold cannot be told: rounding takes digits of them that would be seen. Mostly of a
 * unit whose value is as good as 1, which leaves nothing for its slope, and what the slope is multiplied with makes
 * that large.
 */
export function lostDigits({ units }: Network, worlds: readonly World<Rounded>[]): Refusal {
  const isNear = (id: number): boolean =>
    worlds.some(({ value }) => 1 - Math.abs(value(unit(id)).value) < near);
  const lost = units.find(({ id, activation }) => isByValue.has(activation.name) && isNear(id));
  const why =
    lost === undefined
      ? 'so much cancels that rounding leaves too few digits'
      : `${spell(lost.name)} is so near to the end of its curve that rounding leaves nothing of its slope`;
  return {
    code: 'digits-lost',
    message: `With these values ${why}.`,
    hint: 'Give smaller ones.',
  };
}
