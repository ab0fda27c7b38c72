import type { Emphasis, Outline, PlacedEdge, Point } from '../diagram/diagram.ts';
import { groupBy } from '../diagram/group.ts';
import { element } from './build.ts';
import type { Element } from './element.ts';
import { dashOf, paint, type Role, strokes } from './paint.ts';

/** All edges that are painted alike in one group, and their arrowheads in another: the paint is written once. */
export function edgeGroups(
  edges: readonly PlacedEdge[],
  of: (emphasis: Emphasis) => Role,
): Element[] {
  return [...groupBy(edges, ({ emphasis }) => of(emphasis))].flatMap(([role, members]) => {
    const lines = members.map(({ edge, points }) =>
      element('path', { d: path(points), 'data-edge': edge }),
    );
    const heads = members
      .filter(({ arrow }) => arrow !== 'none')
      .map((edge) => element('path', { d: head(edge), 'data-edge': edge.edge }));
    const group = element(
      'g',
      { class: 'network-edges', ...strokes(paint(role, { stroke: 'edge' }), { width: 1.5 }) },
      lines,
    );
    if (heads.length === 0) return [group];
    return [
      group,
      element('g', { class: 'network-heads', ...paint(role, { fill: 'edge' }) }, heads),
    ];
  });
}

/** The dashed line, open where the label stands. */
export function outlinePath({ focus, points, gap }: Outline): Element {
  const stroke = paint(`outline-${focus}`, { stroke: 'edge' });
  return element('path', {
    d: openPath(points, gap),
    class: 'network-outline',
    ...strokes(stroke, { width: 1.5, dash: dashOf(focus) }),
  });
}

/** The closed outline as an open line from one side of the gap around to the other. */
function openPath(points: readonly Point[], gap: Outline['gap']): string {
  const middle = gap.y + gap.height / 2;
  const place = points.findIndex((from, index) => {
    const to = points[(index + 1) % points.length] ?? from;
    const level = Math.abs(from.y - to.y) < 0.01 && Math.abs(from.y - middle) < 0.5;
    return level && Math.min(from.x, to.x) <= gap.x && gap.x + gap.width <= Math.max(from.x, to.x);
  });
  const from = points[place];
  if (from === undefined) return `${polyline([...points, ...points.slice(0, 1)])}`;
  const to = points[(place + 1) % points.length] ?? from;
  const [near, far] = to.x > from.x ? [gap.x, gap.x + gap.width] : [gap.x + gap.width, gap.x];
  const around = [...points.slice(place + 1), ...points.slice(0, place + 1)];
  return polyline([{ x: far, y: from.y }, ...around, { x: near, y: from.y }]);
}

export const polyline = (points: readonly Point[]): string =>
  points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

/** A straight line, or one whose corners are rounded. */
export function path(points: readonly Point[]): string {
  const [start, ...rest] = points;
  const end = rest.at(-1);
  if (start === undefined || end === undefined) return '';
  const corners = rest.slice(0, -1).map((corner, place) => {
    const [before, after] = [points[place] ?? corner, points[place + 2] ?? corner];
    const [enter, leave] = [towards(corner, before, 22), towards(corner, after, 22)];
    return `L${short(enter.x)} ${short(enter.y)}Q${short(corner.x)} ${short(corner.y)} ${short(leave.x)} ${short(leave.y)}`;
  });
  return `M${short(start.x)} ${short(start.y)}${corners.join('')}L${short(end.x)} ${short(end.y)}`;
}

/** A small solid triangle with its tip at the rim. */
function head({ points, arrow }: PlacedEdge): string {
  const ordered = arrow === 'end' ? points : [...points].reverse();
  const [tip, before] = [ordered.at(-1), ordered.at(-2)];
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  // In steps from the tip, which heads of parallel edges have in common: that packs well.
  const [left, right] = [
    { x: -9 * ux - 3.5 * uy, y: -9 * uy + 3.5 * ux },
    { x: 7 * uy, y: -7 * ux },
  ];
  return `M${short(tip.x)} ${short(tip.y)}l${short(left.x)} ${short(left.y)} ${short(right.x)} ${short(right.y)}z`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(0.5, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A tenth of a pixel is finer than any screen shows. */
export const short = (value: number): number => Math.round(value * 10) / 10;
