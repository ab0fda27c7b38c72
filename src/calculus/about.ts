import type { Network } from '../network/network.ts';
import { contribution } from '../network/reach.ts';
import type { Quantity } from '../network/request.ts';
import type { About } from './expression.ts';

/** The part of the network that a gradient runs through: what a figure lights for it. */
export function aboutOf(network: Network, by: Quantity): About {
  const part = contribution(network, by);
  return { edges: [...part.edges], units: [...part.units] };
}
