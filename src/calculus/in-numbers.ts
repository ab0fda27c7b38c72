import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { beyondNumbers } from './beyond.ts';
import { parameter, preactivation, target, unit } from './build.ts';
import { chain } from './chain.ts';
import type { Chain, Refusal } from './derivation.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { forward, type Point } from './forward.ts';
import { givenPoints } from './given.ts';
import { lostDigits } from './lost-digits.ts';
import { exact } from './proving-points.ts';
import { givenWorlds } from './proving-worlds.ts';
import { mayBeEqual, type Rounded, roundeds } from './rounded.ts';
import { substitute, writtenOut } from './substitute.ts';
import { worldAt } from './world.ts';

/** What stands in the place of a symbol, by the symbol. */
export type Known = ReadonlyMap<string, Expression>;

export const keyOf = (symbol: Expression): string => JSON.stringify(symbol);
export const inPlaceOf = (of: Expression, number: Rounded): Expression => ({
  kind: 'value',
  of,
  ...number,
});

/** Every number that the author gave for an example, and that the forward pass makes of them. */
export function knownAt(network: Network, given: Point<number>): Known {
  const point = exact(given);
  const pass = forward(network, point, roundeds);
  const world = worldAt(network, point, roundeds, [point], [pass]);
  const decay: readonly Expression[] =
    network.loss.decay === undefined ? [] : [{ kind: 'decay' }, { kind: 'decay-term' }];
  const pairs: (readonly [Expression, Rounded])[] = [
    ...pass.units.map((value, id) => [unit(id), value] as const),
    ...pass.preactivations.map((value, id) => [preactivation(id), value] as const),
    ...[...point.targets].map(([id, value]) => [target(id), value] as const),
    ...[...point.parameters].map(([id, value]) => [parameter(id), value] as const),
    [{ kind: 'rate' }, roundeds.from(network.rate ?? 0)],
    ...decay.map((of) => [of, evaluate(of, world)] as const),
  ];
  return new Map(pairs.map(([of, value]) => [keyOf(of), inPlaceOf(of, value)]));
}

/**
 * Each chain with two lines more: the values put into its last line, and what they come to, which stands in `values`
 * as well. What one chain comes to is known to the next.
 */
export function inNumbers(
  network: Network,
  chains: readonly Chain[],
  before: Known,
  example = 0,
): {
  readonly chains: readonly Chain[];
  readonly values: readonly Rounded[];
  readonly known: Known;
} {
  const known = new Map(before);
  const values: Rounded[] = [];
  const point = { inputs: new Map(), targets: new Map(), parameters: new Map() };
  // Only constants are left to be evaluated, so that the point is never looked at.
  const nowhere = worldAt(network, point, roundeds);
  const numbered = chains.map(({ left, steps }): Chain => {
    const last = certain(steps.at(-1)).after;
    const put = substitute(writtenOut(last, network), (symbol) => known.get(keyOf(symbol)));
    const number = evaluate(put, nowhere);
    const value = inPlaceOf(left, number);
    values.push(number);
    known.set(keyOf(left), value);
    const worked = chain(left, [
      ...steps,
      ...(put.kind === 'value' ? [] : [{ rule: 'insert-values' as const, after: put }]),
      { rule: 'compute', after: value },
    ]);
    return { ...worked, example };
  });
  return { chains: numbered, values, known };
}

/** Chains that hold for any one example, in the numbers of the only one; without targets where they speak of none. */
export function ofOneExample(
  network: Network,
  chains: readonly Chain[],
  needs: { readonly targets: boolean },
): readonly Chain[] | Refusal {
  const given = givenPoints(network, needs);
  if ('code' in given) return given;
  if (given.length > 1) return severalExamples;
  const numbered = inNumbers(network, chains, knownAt(network, certain(given[0]))).chains;
  return refusedAt(network, numbered) ?? numbered;
}

const severalExamples: Refusal = {
  code: 'several-examples',
  message: 'This is shown in the numbers of one example, and here are several.',
  hint: 'Give the values of one example in a block of its own.',
};

/**
 * Why these numbers cannot be told: one of them, or what it is compared with where it is proved, is beyond all bounds;
 * or rounding makes a difference between the two that would be seen.
 */
export function refusedAt(network: Network, chains: readonly Chain[]): Refusal | undefined {
  const worlds = givenWorlds(network).map(({ world }) => world);
  const pairs = chains.map(({ left, steps, example }) => {
    const other = evaluate(left, certain(worlds[certain(example)]));
    return [other, evaluate(certain(steps.at(-1)).after, certain(worlds[0]))] as const;
  });
  if (!pairs.flat().every(({ value }) => Number.isFinite(value))) return beyondNumbers;
  const isSeen = pairs.some(
    ([other, told]) =>
      mayBeEqual(other, told) &&
      Math.abs(other.value - told.value) > visible * Math.max(1, Math.abs(told.value)),
  );
  return isSeen ? lostDigits(network, worlds) : undefined;
}

/** What a reader sees of a number, as a share of it, or of 1 where that is more: its ninth digit. */
const visible = 1e-9;
