import { certain } from '../certain.ts';
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
  const drawn = (count: number, idAt: (place: number) => number): Map<number, T> => {
    const values = new Map<number, T>();
    for (let place = 0; place < count; place++) values.set(idAt(place), draw());
    return values;
  };
  const { inputs, parameters, outputs } = network;
  return {
    inputs: drawn(inputs.length, (place) => certain(inputs[place])),
    parameters: drawn(parameters.length, (place) => place),
    targets: drawn(outputs.length, (place) => certain(outputs[place])),
  };
}
