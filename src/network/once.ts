import type { Network } from './network.ts';

/** So many networks are spoken of at a time, on any page that a reader can follow. */
const mostNetworks = 8;

/**
 * What follows from a network alone, made once and kept while blocks go on to speak of it: those behind the first need
 * not find it again. Whoever asks first or last, the answer is the same.
 *
 * @param mostEdges of larger networks nothing is kept, so that what is kept is never much
 */
export function oncePer<Value>(
  mostEdges: number,
  make: (network: Network) => Value,
): (network: Network) => Value {
  const kept: { readonly network: Network; readonly value: Value }[] = [];
  return (network) => {
    const known = kept.find((each) => each.network === network);
    if (known !== undefined) return known.value;
    const value = make(network);
    if (network.edges.length <= mostEdges) kept.push({ network, value });
    if (kept.length > mostNetworks) kept.shift();
    return value;
  };
}
