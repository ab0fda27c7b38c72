import type { Edge, Network } from '../network/network.ts';
import { sameName } from '../syntax/name.ts';
import type { Emphasis } from './diagram.ts';
import type { Focus, View } from './view.ts';

/** A part's standing in a view, by which focuses have it. What several have belongs to none of them alone. */
export function standing(view: View, has: (focus: Focus) => boolean): Emphasis {
  if (view.focus.length === 0) return { kind: 'plain' };
  const [first, ...more] = view.focus.flatMap((focus, place) => (has(focus) ? [place] : []));
  if (first === undefined) return { kind: 'rest' };
  return more.length > 0 ? { kind: 'plain' } : { kind: 'focus', focus: first };
}

/** Whether an edge carries a weight that a focus is about. */
export function isSubject(network: Network, view: View, edge: Edge): boolean {
  if ('fixed' in edge.weight) return false;
  const name = network.parameters[edge.weight.parameter]?.name;
  return name !== undefined && view.focus.some((focus) => sameName(focus.subject, name));
}
