import type { Edge, EdgeId, Network, UnitId } from '../network/network.ts';
import { sameName } from '../syntax/name.ts';
import { type CaptionText, captions, matrices } from './captions.ts';
import { type Column, columns, radius, rowHeight, shownSize } from './columns.ts';
import { description, title } from './describe.ts';
import type { Box, Diagram, Emphasis, Point } from './diagram.ts';
import { segments } from './geometry.ts';
import { groupBy } from './group.ts';
import { type LabelledEdge, placeLabels } from './labels.ts';
import { gapAround, type Hull, hull } from './outline.ts';
import { type Route, routes } from './routes.ts';
import { centredAt, type Typeset, typeset } from './typeset.ts';
import type { LabelText, View } from './view.ts';

/** Font sizes in pixels. */
const sizes = { unit: 20, weight: 17, outline: 18, caption: 17 } as const;
const margin = 10;

/** Which edges bear their weight's name, and how wide the gaps are. */
interface Plan {
  readonly labelled: 'all' | 'focus' | 'none';
  readonly scale: number;
  readonly rows: number;
}

/** Tried in turn: more room first, then fewer labels. The last one always succeeds. */
const plans: readonly Plan[] = [
  { labelled: 'all', scale: 1, rows: 1 },
  { labelled: 'all', scale: 1.15, rows: 1.1 },
  { labelled: 'all', scale: 1.3, rows: 1.25 },
  { labelled: 'all', scale: 1.5, rows: 1.4 },
  { labelled: 'focus', scale: 1, rows: 1 },
  { labelled: 'focus', scale: 1.5, rows: 1.2 },
  { labelled: 'none', scale: 1, rows: 1 },
];

/** With more edges than this between two layers no label is legible any more. */
const mostLabelled = 20;

/** Everything of a network in its place, as a view asks for it: deterministic, and free of collisions. */
export function arrange(network: Network, view: View): Diagram {
  for (const plan of plans) {
    const diagram = attempt(network, view, plan);
    if (diagram !== undefined) return diagram;
  }
  throw new Error('a figure without edge labels can always be arranged');
}

function attempt(network: Network, view: View, plan: Plan): Diagram | undefined {
  const placed = columns(network, gaps(network, plan), rowHeight * plan.rows);
  const drawn = (unit: UnitId): boolean =>
    placed.centres.has(unit) && (view.only?.units.has(unit) ?? true);
  const centres = new Map([...placed.centres].filter(([unit]) => drawn(unit)));
  const edges = network.edges.filter(
    (edge) => drawn(edge.from) && drawn(edge.to) && (view.only?.edges.has(edge.id) ?? true),
  );
  const lines = routes(edges, centres);
  const outlines = view.outline
    ? view.focus.map((focus, place) => outlineOf(placed.columns, centres, focus, place))
    : [];
  const labels = edgeLabels(network, view, plan, edges, lines);
  const centred =
    labels &&
    placeLabels(labels, lines, {
      discs: [...centres.values()],
      lines: outlines.flatMap((outline) =>
        outline === undefined
          ? []
          : segments([...outline.hull.points, ...outline.hull.points.slice(0, 1)]),
      ),
      boxes: outlines.flatMap((outline) =>
        outline === undefined ? [] : [boxAt(outline.label, outline.hull.labelCentre)],
      ),
    });
  if (labels === undefined || centred === undefined) return undefined;

  const hulls = outlines.filter((outline) => outline !== undefined);
  const inkTop = Math.min(...extent(centres, lines, hulls).map((point) => point.y));
  const above = [
    ...captions(network, placed.columns, view.captions),
    ...(plan.labelled === 'all' || view.captions ? [] : matrices(network, placed.columns)),
  ];
  const texts = above.map((caption) => captionAt(caption, inkTop));
  const boxes = [
    ...texts.map(({ label, centre }) => boxAt(label, centre)),
    ...hulls.map(({ label, hull }) => boxAt(label, hull.labelCentre)),
    ...labels.map(({ edge, label }) => boxAt(label, centred.get(edge) ?? { x: 0, y: 0 })),
  ];
  const frame = bounds([...extent(centres, lines, hulls), ...boxes.flatMap(corners)]);
  const move = ({ x, y }: Point): Point => ({ x: x - frame.x + margin, y: y - frame.y + margin });

  return {
    width: Math.ceil(frame.width + 2 * margin),
    height: Math.ceil(frame.height + 2 * margin),
    units: [...centres].map(([id, centre]) => ({
      unit: id,
      centre: move(centre),
      radius,
      label: centredAt(typeset(nameText(unitName(network, id)), sizes.unit), move(centre)),
      emphasis: emphasis(view, (focus) => focus.units.has(id)),
    })),
    edges: edges.map((edge) => {
      const label = labels.find((each) => each.edge === edge.id)?.label;
      const centre = centred.get(edge.id);
      return {
        edge: edge.id,
        points: (lines.get(edge.id) ?? []).map(move),
        arrow: view.arrows === 'none' ? 'none' : view.arrows === 'forward' ? 'end' : 'start',
        isSubject: isSubject(network, view, edge),
        emphasis: emphasis(view, (focus) => focus.edges.has(edge.id)),
        ...(label && centre && { label: centredAt(label, move(centre)) }),
      };
    }),
    outlines: hulls.map(({ focus, hull, label }) => {
      const set = centredAt(label, move(hull.labelCentre));
      return { focus, points: hull.points.map(move), gap: gapAround(set.box), label: set };
    }),
    captions: texts.map(({ label, centre }) => ({ label: centredAt(label, move(centre)) })),
    ellipses: placed.columns.flatMap((column) =>
      column.ellipsis === undefined ? [] : [{ centre: move(column.ellipsis) }],
    ),
    rest: view.rest,
    title: title(network, view),
    description: description(network, view, edges),
  };
}

/** The room between neighbouring layers, by the larger of the two: more units, more lines to keep apart. */
function gaps(network: Network, { labelled, scale }: Plan): readonly number[] {
  const room = labelled === 'none' ? [0, 100, 118, 130] : [0, 100, 118, 215, 300];
  return network.layers.slice(1).map((layer, place) => {
    const before = network.layers[place];
    const fan = Math.max(shownSize(layer), before === undefined ? 0 : shownSize(before));
    return (room[fan] ?? (labelled === 'none' ? 150 : 220)) * scale;
  });
}

function outlineOf(
  placed: readonly Column[],
  centres: ReadonlyMap<UnitId, Point>,
  focus: View['focus'][number],
  place: number,
): { focus: number; hull: Hull; label: Typeset } | undefined {
  const label = typeset(focus.label, sizes.outline);
  const found = hull(
    placed,
    centres,
    focus.units,
    16 + 9 * place,
    label,
    place % 2 === 0 ? 'top' : 'bottom',
  );
  return found && { focus: place, hull: found, label };
}

/** The labels that the plan asks for; nothing where they would be too many to try. */
function edgeLabels(
  network: Network,
  view: View,
  plan: Plan,
  edges: readonly Edge[],
  lines: ReadonlyMap<EdgeId, Route>,
): readonly LabelledEdge[] | undefined {
  if (plan.labelled === 'none') return [];
  const wanted = edges.filter((edge) => plan.labelled === 'all' || isSubject(network, view, edge));
  const perLayer = groupBy(edges, (edge) => network.units[edge.to]?.layer);
  const hasDots = network.layers.some((layer) => shownSize(layer) < layer.units.length);
  const isFull = [...perLayer.values()].some((layer) => layer.length > mostLabelled);
  const crowded = plan.labelled === 'all' && (hasDots || isFull);
  if (crowded || (plan.labelled === 'focus' && wanted.length === 0)) return undefined;
  return wanted.map((edge) => ({
    edge: edge.id,
    route: lines.get(edge.id) ?? [],
    label: typeset(weightText(network, edge), sizes.weight),
  }));
}

function isSubject(network: Network, view: View, edge: Edge): boolean {
  if ('fixed' in edge.weight) return false;
  const name = network.parameters[edge.weight.parameter]?.name;
  return name !== undefined && view.focus.some((focus) => sameName(focus.subject, name));
}

function emphasis(view: View, has: (focus: View['focus'][number]) => boolean): Emphasis {
  if (view.focus.length === 0) return { kind: 'plain' };
  const [first, ...more] = view.focus.flatMap((focus, place) => (has(focus) ? [place] : []));
  if (first === undefined) return { kind: 'rest' };
  return more.length > 0 ? { kind: 'plain' } : { kind: 'focus', focus: first };
}

/** A caption clear above everything else. */
function captionAt({ x, text }: CaptionText, inkTop: number): { label: Typeset; centre: Point } {
  return { label: typeset(text, sizes.caption), centre: { x, y: inkTop - 28 } };
}

function extent(
  centres: ReadonlyMap<UnitId, Point>,
  lines: ReadonlyMap<EdgeId, Route>,
  hulls: readonly { hull: Hull }[],
): readonly Point[] {
  const rims = [...centres.values()].flatMap(({ x, y }) => [
    { x: x - radius, y: y - radius },
    { x: x + radius, y: y + radius },
  ]);
  return [...rims, ...[...lines.values()].flat(), ...hulls.flatMap(({ hull }) => hull.points)];
}

const boxAt = ({ box: { width, height } }: Typeset, { x, y }: Point): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
const corners = ({ x, y, width, height }: Box): readonly Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

function bounds(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const nameText = (name: Parameters<typeof sameName>[0]): LabelText => [{ kind: 'name', name }];

function weightText(network: Network, edge: Edge): LabelText {
  if ('fixed' in edge.weight)
    return [{ kind: 'text', text: String(edge.weight.fixed).replace('-', '−') }];
  const parameter = network.parameters[edge.weight.parameter];
  if (parameter === undefined)
    throw new Error(`the network has no parameter ${edge.weight.parameter}`);
  return nameText(parameter.name);
}

function unitName(network: Network, id: UnitId): Parameters<typeof sameName>[0] {
  const unit = network.units[id];
  if (unit === undefined) throw new Error(`the network has no unit ${id}`);
  return unit.name;
}
