import type { Network } from '../network/network.ts';
import type { Point } from './forward.ts';

/** A source of numbers in [0, 1) that is the same on every run (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A value for every input, parameter and target; `draw` makes one, and no two need be alike. */
export function randomPoint<T>(network: Network, draw: () => T): Point<T> {
  return {
    inputs: new Map(network.inputs.map((id) => [id, draw()])),
    parameters: new Map(network.parameters.map(({ id }) => [id, draw()])),
    targets: new Map(network.outputs.map((id) => [id, draw()])),
  };
}
