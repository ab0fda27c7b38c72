import { certain } from '../certain.ts';
import type { Network } from '../network/network.ts';
import { around, type PlacedText } from './around.ts';
import { radius } from './columns.ts';
import { description, title } from './describe.ts';
import type { Diagram, Ellipsis, Point } from './diagram.ts';
import { type Direction, turned } from './direction.ts';
import { boundsOf, cornersOf, grown } from './geometry.ts';
import { inside } from './inside.ts';
import { type Layout, layout } from './layout.ts';
import { legend } from './legend.ts';
import { gapAround } from './outline-labels.ts';
import { type Plan, plans } from './plan.ts';
import { isSubject, standing } from './standing.ts';
import { largestOf, strokeOf } from './stroke.ts';
import { sharedTicks } from './ticks.ts';
import { boxAt, centredAt } from './typeset.ts';
import type { View } from './view.ts';
import { widest } from './wrap.ts';

const margin = 10;
/** From one line of a figure to the next. */
const betweenLines = 32;

/** Everything of a network in its place, as a view asks for it: deterministic, and free of collisions. */
export function arrange(network: Network, view: View): Diagram {
  const figure = inDirection(network, view, view.direction ?? 'right');
  if (view.direction !== undefined || figure.width <= widest) return figure;
  const upright = inDirection(network, view, 'down');
  return upright.width < figure.width ? upright : figure;
}

/** By the first plan that can be kept; the last, without labels of edges, always can. */
function inDirection(
  network: Network,
  view: View,
  direction: Direction,
  [first, ...others]: readonly Plan[] = plans,
): Diagram {
  const plan = certain(first);
  const lines = layout(network, view, plan, direction);
  return lines === undefined
    ? inDirection(network, view, direction, others)
    : framed(network, { ...view, direction }, plan, lines);
}

/** The view that a figure was arranged for, with the direction that it took. */
type Directed = View & { readonly direction: Direction };

/** The lines of a figure with their captions, one below the other in a frame of their own. */
function framed(network: Network, view: Directed, plan: Plan, lines: readonly Layout[]): Diagram {
  let [width, bottom] = [0, margin - betweenLines];
  const seen = new Set<number>();
  const measured = lines.flatMap(({ edges }) =>
    edges.flatMap(({ id }) => view.widths?.edges.get(id) ?? []),
  );
  const marks: Marks = { seen, largest: largestOf(measured) };
  const parts = lines.map((line) => {
    const [drawn, written] = [strokes(line), inks(line)];
    const extent = {
      lines: boundsOf(drawn),
      labels: boundsOf(written.length > 0 ? written : drawn),
    };
    const texts = around(network, view, plan, line, view.direction, extent);
    const frame = boundsOf([...drawn, ...written, ...texts.flatMap(inkCorners)]);
    const top = bottom + betweenLines;
    const move = ({ x, y }: Point): Point => ({ x: x - frame.x + margin, y: y - frame.y + top });
    [width, bottom] = [Math.max(width, frame.width), top + frame.height];
    return moved(network, view, { ...line, texts }, move, marks);
  });
  const keys = legend(view, measured, { x: margin, y: margin, width, height: bottom - margin });
  const all = boundsOf([
    { x: margin + width, y: bottom },
    ...keys.flatMap(({ line, ...key }) => [...inkCorners(key), ...(line ? [line.to] : [])]),
  ]);
  return {
    width: Math.ceil(all.x + all.width + margin),
    height: Math.ceil(all.y + all.height + margin),
    units: parts.flatMap(({ units }) => units),
    edges: parts.flatMap(({ edges }) => edges),
    outlines: parts.flatMap(({ outlines }) => outlines),
    captions: parts.flatMap(({ captions }) => captions),
    ellipses: parts.flatMap(({ ellipses }) => ellipses),
    legend: keys.map(({ label, centre, line }) => ({
      label: centredAt(label, centre),
      ...(line && { line }),
    })),
    isColoured: !view.outline && view.focus.length > 0 && view.widths === undefined,
    rest: view.rest,
    title: title(network, view),
    description: description(network, view, plan, lines.length),
  };
}

/** What the lines of a figure have in common. */
interface Marks {
  /** The units that stand in a line above. */
  readonly seen: Set<number>;
  /** The largest size of what the edges' widths tell. */
  readonly largest: number;
}

/** What a line of a figure adds to it, moved to its place. */
function moved(
  network: Network,
  view: Directed,
  line: Layout & { readonly texts: readonly PlacedText[] },
  move: (point: Point) => Point,
  { seen, largest }: Marks,
): Pick<Diagram, 'units' | 'edges' | 'outlines' | 'captions' | 'ellipses'> {
  const arrow = ({ forward: 'end', backward: 'start', none: 'none' } as const)[view.arrows];
  const weights = new Map(line.weights.map((weight) => [weight.edge, weight]));
  const ticks = sharedTicks(
    network,
    line.edges,
    line.routes,
    [...line.centres.values()],
    [...line.weights, ...line.outlines].map(({ label, centre, ...of }) => ({
      box: boxAt(label, centre),
      ...('edge' in of && { edge: of.edge }),
    })),
  );
  return {
    units: [...line.centres].map(([unit, centre]) => {
      const isRepeated = seen.has(unit);
      seen.add(unit);
      return {
        unit,
        kind: view.extras?.get(unit) ?? 'unit',
        centre: move(centre),
        radius,
        ...inside(network, view, unit, move(centre)),
        emphasis: standing(view, (focus) => focus.units.has(unit)),
        ...(isRepeated && { isRepeated }),
      };
    }),
    edges: line.edges.map((edge) => {
      const weight = weights.get(edge.id);
      const across = ticks.get(edge.id);
      return {
        edge: edge.id,
        isSubject: isSubject(network, view, edge),
        points: certain(line.routes.get(edge.id)).map(move),
        arrow,
        ...strokeOf(view, edge.id, largest),
        emphasis: standing(view, (focus) => focus.edges.has(edge.id)),
        ...(across && { ticks: across.map(({ from, to }) => [move(from), move(to)] as const) }),
        ...(weight && { label: centredAt(weight.label, move(weight.centre)) }),
      };
    }),
    outlines: line.outlines.map(({ focus, points, label, centre }) => {
      const set = centredAt(label, move(centre));
      return { focus, points: points.map(move), gap: gapAround(set.box), label: set };
    }),
    captions: line.texts.map(({ label, centre }) => ({ label: centredAt(label, move(centre)) })),
    ellipses: dots(line, view.direction).map(({ centre, ...rest }) => ({
      centre: move(centre),
      ...rest,
    })),
  };
}

/** Dots for units along their layer, and for layers on the way from one to the other. */
function dots({ columns }: Layout, direction: Direction): readonly Ellipsis[] {
  const turn = turned[direction];
  const [across, along] = direction === 'right' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return columns.flatMap(({ x, ellipses, skipped }, place) => {
    const before = columns[place - 1];
    const between =
      before !== undefined && skipped > 0 ? [turn({ x: (before.x + x) / 2, y: 0 })] : [];
    return [
      ...ellipses.map((centre): Ellipsis => ({ centre: turn(centre), along: across })),
      ...between.map((centre): Ellipsis => ({ centre, along })),
    ];
  });
}

/** The corners of everything in a line that is not written. */
const strokes = ({ centres, routes, outlines }: Layout): readonly Point[] => [
  ...[...centres.values()].flatMap(({ x, y }) =>
    cornersOf(grown({ x, y, width: 0, height: 0 }, radius)),
  ),
  ...[...routes.values()].flat(),
  ...outlines.flatMap(({ points }) => points),
];

const inks = ({ outlines, weights }: Layout): readonly Point[] =>
  [...outlines, ...weights].flatMap(inkCorners);

const inkCorners = ({ label, centre }: PlacedText): readonly Point[] =>
  cornersOf(boxAt(label, centre));
