import { certain } from '../certain.ts';
import type { Edge, Network } from '../network/network.ts';
import type { ShownLayer } from './shown.ts';

/** A figure wider than this is illegible on a phone: it goes on in a second line, as text does. */
export const widest = 612;
/** What a figure has beside its columns: their outer halves, an outline around them, and the margin. */
const sides = 84;

/**
 * The layers of a figure, in as few lines as can be. A line begins with the layer that the line before ends with; it
 * ends where no edge passes its last layer. Lines are as equal as such ends allow.
 *
 * @param places how far each layer is from the first
 */
export function wrap(
  network: Network,
  layers: readonly ShownLayer[],
  places: readonly number[],
  edges: readonly Edge[],
): readonly (readonly ShownLayer[])[] {
  if (certain(places.at(-1)) <= widest - sides) return [layers];
  const isPassed = passed(network, layers, edges);
  const cut = (width: number): readonly number[] => ends(places, isPassed, width);
  const loosest = cut(widest - sides);
  if (loosest.length < 2) return [layers];
  const widths = [...new Set(places.flatMap((x) => places.map((other) => x - other)))]
    .filter((width) => width > 0)
    .sort((a, b) => a - b);
  const tightest = certain(widths.map(cut).find((found) => found.length <= loosest.length));
  return tightest.map((end, line) => layers.slice(tightest[line - 1] ?? 0, end + 1));
}

/** The last column of each line: the farthest that the width allows, or else the nearest at which a line can end. */
function ends(
  places: readonly number[],
  isPassed: (column: number) => boolean,
  width: number,
): readonly number[] {
  const last = places.length - 1;
  const found: number[] = [];
  let start = 0;
  while (start < last) {
    const from = certain(places[start]);
    const open = [...places.keys()].filter(
      (end) => end > start && (end === last || !isPassed(end)),
    );
    const end = open.findLast((each) => certain(places[each]) - from <= width) ?? certain(open[0]);
    found.push(end);
    start = end;
  }
  return found;
}

/** Whether an edge leads from before a column to behind it. */
function passed({ units }: Network, layers: readonly ShownLayer[], edges: readonly Edge[]) {
  const columnOf = new Map(layers.map(({ layer }, column) => [layer.index, column]));
  const covered = new Set<number>();
  for (const { from, to } of edges) {
    const start = certain(columnOf.get(certain(units[from]).layer));
    const end = certain(columnOf.get(certain(units[to]).layer));
    for (let column = start + 1; column < end; column++) covered.add(column);
  }
  return (column: number): boolean => covered.has(column);
}
