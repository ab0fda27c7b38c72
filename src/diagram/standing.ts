import type { Edge, Network } from '../network/network.ts';
import { sameName } from '../syntax/name.ts';
import type { Emphasis } from './diagram.ts';
import type { Focus, View } from './view.ts';

/** A part's standing in a view, by which focuses have it. */
export function standing(view: View, has: (focus: Focus) => boolean): Emphasis {
  if (view.focus.length === 0) return { kind: 'plain' };
  const focuses = view.focus.flatMap((focus, place) => (has(focus) ? [place] : []));
  return focuses.length === 0 ? { kind: 'rest' } : { kind: 'focus', focuses };
}

/** Whether an edge carries a weight that a focus is about. */
export function isSubject(network: Network, view: View, edge: Edge): boolean {
  if ('fixed' in edge.weight) return false;
  const name = network.parameters[edge.weight.parameter]?.name;
  return name !== undefined && view.focus.some((focus) => sameName(focus.subject, name));
}
