import { arrange } from '../diagram/arrange.ts';
import type { Diagram } from '../diagram/diagram.ts';
import type { View } from '../diagram/view.ts';
import type { Network } from '../network/network.ts';
import { oncePer } from '../network/once.ts';
import type { FigureRequest } from '../network/request.ts';

/** How many diagrams of a network are kept, and how many edges it may have. */
const most = { diagrams: 8, edges: 100 };

const diagramsOf = oncePer(most.edges, () => new Map<string, Diagram>());

/**
 * A network's diagram for a request. Pages show a network with one part in focus again and again, in a figure and
 * beside a derivation: what is arranged alike is arranged once.
 *
 * @param view what the request asks to see of the network `drawn`
 */
export function arranged(
  network: Network,
  request: FigureRequest,
  drawn: Network,
  view: View,
): Diagram {
  const { focus, only, to, paths, outline, arrows, direction, captions, show } = request;
  const { numbers, widths, example } = request;
  // A request for numbers may be drawn without.
  const has = { numbers: view.numbers !== undefined, widths: view.widths !== undefined };
  const diagrams = diagramsOf(network);
  const asked = { focus, only, to, paths, outline, arrows, direction, captions, show };
  const key = JSON.stringify({ ...asked, numbers, widths, example, has });
  const known = diagrams.get(key);
  // How the rest is painted moves nothing.
  if (known !== undefined) return { ...known, rest: view.rest };
  const diagram = arrange(drawn, view);
  if (diagrams.size < most.diagrams) diagrams.set(key, diagram);
  return diagram;
}
