import type { Network } from '../network/network.ts';
import { captions, matrices } from './captions.ts';
import { radius } from './columns.ts';
import { description, title } from './describe.ts';
import type { Diagram, Point } from './diagram.ts';
import { boundsOf, cornersOf, grown } from './geometry.ts';
import { inside } from './inside.ts';
import { type Layout, labelSize, layout } from './layout.ts';
import { gapAround } from './outline-labels.ts';
import { type Plan, plans } from './plan.ts';
import { isSubject, standing } from './standing.ts';
import { boxAt, labelMaker, typeset } from './typeset.ts';
import type { View } from './view.ts';

const margin = 10;
/** How far the middle of the captions is above the lines of the figure, and above its labels. */
const captionRise = { lines: 28, labels: 21 } as const;

/** Everything of a network in its place, as a view asks for it: deterministic, and free of collisions. */
export function arrange(network: Network, view: View): Diagram {
  for (const plan of plans) {
    const found = layout(network, view, plan);
    if (found !== undefined) return framed(network, view, plan, found);
  }
  throw new Error('a figure without edge labels can always be laid out');
}

/** A layout with its captions, moved into a frame of its own. */
function framed(network: Network, view: View, plan: Plan, layout: Layout): Diagram {
  const lines = [
    ...[...layout.centres.values()].flatMap(({ x, y }) =>
      cornersOf(grown({ x, y, width: 0, height: 0 }, radius)),
    ),
    ...[...layout.routes.values()].flat(),
    ...layout.outlines.flatMap((outline) => outline.hull.points),
  ];
  const labels = [...layout.outlines, ...layout.weights].flatMap(inkCorners);
  const isBare = plan.labelled !== 'all' && view.captions === undefined;
  const texts = [
    ...captions(network, layout.columns, view.captions),
    ...(isBare ? matrices(network, layout.columns) : []),
  ];
  const y = Math.min(top(lines) - captionRise.lines, top(labels) - captionRise.labels);
  const above = texts.map(({ x, text }) => ({ label: typeset(text, labelSize), centre: { x, y } }));

  const frame = boundsOf([...lines, ...labels, ...above.flatMap(inkCorners)]);
  const move = ({ x, y }: Point): Point => ({ x: x - frame.x + margin, y: y - frame.y + margin });
  const arrow = ({ forward: 'end', backward: 'start', none: 'none' } as const)[view.arrows];
  const centredAt = labelMaker();
  const weights = new Map(layout.weights.map((weight) => [weight.edge, weight]));

  return {
    width: Math.ceil(frame.width + 2 * margin),
    height: Math.ceil(frame.height + 2 * margin),
    units: [...layout.centres].map(([unit, centre]) => ({
      unit,
      kind: view.extras?.get(unit) ?? 'unit',
      centre: move(centre),
      radius,
      ...inside(network, view, unit, move(centre), centredAt),
      emphasis: standing(view, (focus) => focus.units.has(unit)),
    })),
    edges: layout.edges.map((edge) => {
      const weight = weights.get(edge.id);
      return {
        edge: edge.id,
        isSubject: isSubject(network, view, edge),
        points: (layout.routes.get(edge.id) ?? []).map(move),
        arrow,
        emphasis: standing(view, (focus) => focus.edges.has(edge.id)),
        ...(weight && { label: centredAt(weight.label, move(weight.centre)) }),
      };
    }),
    outlines: layout.outlines.map(({ focus, hull, label, centre }) => {
      const set = centredAt(label, move(centre));
      return { focus, points: hull.points.map(move), gap: gapAround(set.box), label: set };
    }),
    captions: above.map(({ label, centre }) => ({ label: centredAt(label, move(centre)) })),
    ellipses: layout.columns.flatMap(({ ellipsis }) =>
      ellipsis === undefined ? [] : [{ centre: move(ellipsis) }],
    ),
    rest: view.rest,
    title: title(network, view),
    description: description(network, view, plan),
  };
}

const top = (points: readonly Point[]): number => Math.min(...points.map(({ y }) => y));

const inkCorners = ({ label, centre }: Pick<Layout['outlines'][number], 'label' | 'centre'>) =>
  cornersOf(boxAt(label, centre));
