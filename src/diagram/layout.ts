import { certain } from '../certain.ts';
import type { Edge, EdgeId, Network, UnitId } from '../network/network.ts';
import { type Column, columns, placesOf } from './columns.ts';
import type { Point } from './diagram.ts';
import { type Direction, rooms, turned } from './direction.ts';
import { segments } from './geometry.ts';
import { type PlacedLabel, placeLabels } from './labels.ts';
import { uncrossed } from './order.ts';
import { type PlacedHull, placeOutlineLabels } from './outline-labels.ts';
import { gaps, labelledEdges, type Plan, rowOf } from './plan.ts';
import { ruled } from './room.ts';
import { type Route, routes } from './routes.ts';
import { type ShownLayer, shownLayers, unitsIn } from './shown.ts';
import { hulls, laneFor, rowFor, sides } from './side-by-side.ts';
import { edgeText } from './texts.ts';
import { boxAt, typeset } from './typeset.ts';
import type { View } from './view.ts';
import { wrap } from './wrap.ts';

/** Font size of all labels but the units', in pixels. Labels of one size have their ink's text in common, which packs well. */
export const labelSize = 17;

/** Where everything is in one line of a figure, before the figure has a frame. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly centres: ReadonlyMap<UnitId, Point>;
  readonly edges: readonly Edge[];
  readonly routes: ReadonlyMap<EdgeId, Route>;
  readonly outlines: readonly PlacedHull[];
  readonly weights: readonly PlacedLabel[];
}

/** Everything in its place by one plan, line by line; nothing where the labels that it asks for find no room. */
export function layout(
  network: Network,
  view: View,
  plan: Plan,
  direction: Direction,
): readonly Layout[] | undefined {
  const given = shownLayers(network, view);
  const inColumns = new Set(given.flatMap(unitsIn));
  const isDrawn = (unit: UnitId): boolean =>
    inColumns.has(unit) && (view.only?.units.has(unit) ?? true);
  // What is drawn of a reduced network stands where it stands in the whole one.
  const wires = network.edges.filter(({ from, to }) => inColumns.has(from) && inColumns.has(to));
  const edges = wires.filter(
    ({ id, from, to }) => isDrawn(from) && isDrawn(to) && (view.only?.edges.has(id) ?? true),
  );
  const layers = uncrossed(given, wires);
  const labelled = labelledEdges(network, view, plan, layers, edges);
  if (labelled === undefined) return undefined;
  const row = rowOf(layers, wires, plan);
  const between = gaps(layers, wires, plan);
  const lines = direction === 'right' ? wrap(network, layers, placesOf(between), edges) : [layers];
  const placed: Layout[] = [];
  for (const line of lines) {
    const units = new Set(line.flatMap(unitsIn).filter(isDrawn));
    const isInLine = ({ from, to }: Edge): boolean => units.has(from) && units.has(to);
    const parts = { units, edges: edges.filter(isInLine), labelled: labelled.filter(isInLine) };
    const found = lineOf(network, view, {
      layers: line,
      gaps: line === layers ? between : gaps(line, wires, plan),
      row,
      direction,
      ...parts,
    });
    if (found === undefined) return undefined;
    placed.push(found);
  }
  return placed;
}

/** A line of a figure before anything has its place. */
interface Line {
  readonly layers: readonly ShownLayer[];
  readonly gaps: readonly number[];
  readonly row: number;
  readonly direction: Direction;
  readonly units: ReadonlySet<UnitId>;
  readonly edges: readonly Edge[];
  readonly labelled: readonly Edge[];
}

function lineOf(network: Network, view: View, line: Line): Layout | undefined {
  const { edges } = line;
  const ids = new Set(edges.map(({ id }) => id));
  const focuses = view.outline ? view.focus : [];
  const room = rooms[line.direction];
  const all = columns(line.layers, line.gaps, Math.max(line.row, rowFor(focuses.length)));
  const flow = new Map([...all.centres].filter(([unit]) => line.units.has(unit)));
  const ways = routes(edges, flow, laneFor(focuses.length, room));
  const scene = { columns: all.columns, centres: flow, routes: ways };
  const around = hulls(scene, focuses, room.beside).filter(({ focus }) => {
    const own = [...certain(focuses[focus]).edges];
    return own.length === 0 || own.some((edge) => ids.has(edge));
  });

  const turn = turned[line.direction];
  const centres = new Map([...flow].map(([unit, centre]) => [unit, turn(centre)]));
  const turnedWays = new Map([...ways].map(([edge, route]) => [edge, route.map(turn)]));
  const discs = [...centres.values()];
  const outlines = placeOutlineLabels(
    around.map(({ focus, points }) => ({
      focus,
      points: points.map(turn),
      label: typeset(certain(focuses[focus]).label, labelSize),
    })),
    discs,
    [...turnedWays.values()].flatMap(segments),
  );
  const names = line.labelled.map((edge) => ({
    edge: edge.id,
    label: typeset(edgeText(network, view, edge), labelSize),
  }));
  const weights = placeLabels(names, turnedWays, {
    discs,
    outlines: outlines.flatMap(sides).map(ruled),
    boxes: outlines.map(({ label, centre }) => boxAt(label, centre)),
  });
  return weights && { columns: all.columns, centres, edges, routes: turnedWays, outlines, weights };
}
