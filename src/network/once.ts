import type { Network } from './network.ts';

/** So many networks are spoken of at a time, on any page that a reader can follow. */
const mostNetworks = 8;

/**
 * What follows from a network alone, made once and kept while blocks go on to speak of it: those behind the first need
 * not find it again. Whoever asks first or last, the answer is the same. Kept are at least the last eight networks that
 * were asked for, never more than twice as many, and none for longer than its page.
 *
 * @param mostEdges of larger networks nothing is kept, so that what is kept is never much
 */
export function oncePer<Value>(
  mostEdges: number,
  make: (network: Network) => Value,
): (network: Network) => Value {
  // Two generations: when the recent one is full, what nobody asked for meanwhile goes with the earlier one. A list of
  // networks would keep the last of them when all pages are made.
  let recent = new WeakMap<Network, { readonly value: Value }>();
  let earlier = recent;
  let room = mostNetworks;
  return (network) => {
    const young = recent.get(network);
    if (young !== undefined) return young.value;
    const kept = earlier.get(network) ?? { value: make(network) };
    if (network.edges.length > mostEdges) return kept.value;
    if (room === 0) [earlier, recent, room] = [recent, new WeakMap(), mostNetworks];
    recent.set(network, kept);
    room--;
    return kept.value;
  };
}
