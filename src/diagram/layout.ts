import type { Edge, EdgeId, Network, UnitId } from '../network/network.ts';
import { type Column, columns } from './columns.ts';
import type { Point } from './diagram.ts';
import { segments } from './geometry.ts';
import { type PlacedLabel, placeLabels } from './labels.ts';
import { type PlacedHull, placeOutlineLabels } from './outline-labels.ts';
import { gaps, labelledEdges, type Plan, rowOf } from './plan.ts';
import { laneHeight, type Route, routes } from './routes.ts';
import { hulls, laneFor, rowFor, sides } from './side-by-side.ts';
import { weightText } from './texts.ts';
import { boxAt, typeset } from './typeset.ts';
import type { View } from './view.ts';

/** Font size of all labels but the units', in pixels. Labels of one size have their ink's text in common, which packs well. */
export const labelSize = 17;

/** Where everything is, before the figure has a frame. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly centres: ReadonlyMap<UnitId, Point>;
  readonly edges: readonly Edge[];
  readonly routes: ReadonlyMap<EdgeId, Route>;
  readonly outlines: readonly PlacedHull[];
  readonly weights: readonly PlacedLabel[];
}

/** Everything in its place by one plan; nothing where the labels that it asks for find no room. */
export function layout(network: Network, view: View, plan: Plan): Layout | undefined {
  const focuses = view.outline ? view.focus : [];
  const row = Math.max(rowOf(network, plan), rowFor(focuses.length));
  const all = columns(network, gaps(network, plan), row);
  const centres = new Map([...all.centres].filter(([unit]) => view.only?.units.has(unit) ?? true));
  const shown = all.columns.filter((column) => column.shown.some((unit) => centres.has(unit)));
  const edges = network.edges.filter(
    ({ id, from, to }) =>
      centres.has(from) && centres.has(to) && (view.only?.edges.has(id) ?? true),
  );
  const labelled = labelledEdges(network, view, plan, edges);
  if (labelled === undefined) return undefined;

  const lines = routes(edges, centres, Math.max(laneHeight, laneFor(focuses.length)));
  const discs = [...centres.values()];
  const outlines = placeOutlineLabels(
    hulls({ columns: shown, centres, routes: lines }, focuses).map((each) => ({
      ...each,
      label: typeset(focuses[each.focus]?.label ?? [], labelSize),
    })),
    discs,
    [...lines.values()].flatMap(segments),
  );

  const names = labelled.map((edge) => ({
    edge: edge.id,
    label: typeset(weightText(network, edge), labelSize),
  }));
  const weights = placeLabels(names, lines, {
    discs,
    outlines: outlines.flatMap((outline) => sides(outline.hull)),
    boxes: outlines.map(({ label, centre }) => boxAt(label, centre)),
  });
  return weights && { columns: shown, centres, edges, routes: lines, outlines, weights };
}
