import { certain } from '../certain.ts';
import type { Diagram, Key, Outline, PlacedEdge, Point } from '../diagram/diagram.ts';
import { groupBy } from '../diagram/group.ts';
import { element } from './build.ts';
import type { Element } from './element.ts';
import { lineDash, negativeDash, outlineDash, paint, type Role, roleOf, strokes } from './paint.ts';

/** How one stroke of an edge is painted: a line in several focuses has one stroke over the other. */
interface Stroke {
  readonly role: Role;
  readonly width: number;
  readonly dash?: string;
  readonly offset?: number;
}

/** Lines that are painted alike in one group, and their arrowheads in another: the paint is written once. */
export function edgeGroups(diagram: Diagram): Element[] {
  const drawn = diagram.edges.flatMap((edge) =>
    strokesOf(diagram, edge).map((stroke, place) => ({ edge, stroke, hasHead: place === 0 })),
  );
  return [...groupBy(drawn, ({ stroke }) => keyOf(stroke)).values()].flatMap((members) => {
    const { role, ...line } = certain(members[0]).stroke;
    const paths = members.map(({ edge }) =>
      element('path', { d: lineOf(edge, line.width), 'data-edge': edge.edge }),
    );
    const heads = members
      .filter(({ edge, hasHead }) => hasHead && edge.arrow !== 'none')
      .map(({ edge }) => element('path', { d: head(edge, line.width), 'data-edge': edge.edge }));
    const painted = strokes(paint(role, { stroke: 'edge' }), line);
    return [
      element('g', { class: 'network-edges', ...painted }, paths),
      ...(heads.length === 0
        ? []
        : [element('g', { class: 'network-heads', ...paint(role, { fill: 'edge' }) }, heads)]),
    ];
  });
}

const keyOf = ({ role, width, dash = '', offset = 0 }: Stroke): string =>
  `${role};${width};${dash};${offset}`;

/** An edge's line, and the ticks across it. */
const lineOf = (edge: PlacedEdge, width: number): string =>
  [path(withoutTip(edge, width)), ...(edge.ticks ?? []).map(polyline)].join('');

/** From the lowest to the uppermost. Where an edge is in several focuses their colours take turns along it. */
function strokesOf(diagram: Diagram, edge: PlacedEdge): readonly Stroke[] {
  const { emphasis, width, isNegative } = edge;
  const role = roleOf(emphasis, diagram.rest);
  if (isNegative !== undefined) {
    const stroke = measureStroke(width, isNegative);
    return [role === 'plain' ? stroke : { ...stroke, role }];
  }
  if (!diagram.isColoured || emphasis.kind !== 'focus') return [{ role, width }];
  const [first = 0, ...others] = emphasis.focuses;
  if (others.length === 0) return [focusStroke(first)];
  const turns = others.map((focus, place): Stroke => {
    const dash = `${turn} ${turn * others.length}`;
    return { role: `focus-${focus}`, width: inFocus, dash, offset: -turn * (place + 1) };
  });
  return [{ role: `focus-${first}`, width: inFocus }, ...turns];
}

function focusStroke(focus: number): Stroke {
  const dash = lineDash(focus);
  return { role: `focus-${focus}`, width: inFocus, ...(dash !== undefined && { dash }) };
}

const measureStroke = (width: number, isNegative: boolean): Stroke =>
  isNegative ? { role: 'negative', width, dash: negativeDash } : { role: 'positive', width };

/** How wide a line in focus is, and how far a colour runs before the next one takes its turn, in pixels. */
const inFocus = 3;
const turn = 9;

/** The dashed line, open where the label stands. */
export function outlinePath({ focus, points, gap }: Outline): Element {
  const stroke = paint(`focus-${focus}`, { stroke: 'edge' });
  return element('path', {
    d: openPath(points, gap),
    class: 'network-outline',
    ...strokes(stroke, { width: 1.5, dash: outlineDash(focus) }),
  });
}

/** A line of the legend. */
export function keyLine({ from, to, stroke }: NonNullable<Key['line']>): Element {
  const { role, ...line }: Stroke =
    stroke.kind === 'focus'
      ? focusStroke(stroke.focus)
      : measureStroke(stroke.width, stroke.isNegative);
  const painted = strokes(paint(role, { stroke: 'edge' }), line);
  return element('path', { d: polyline([from, to]), class: 'network-key', ...painted });
}

/** The closed outline as an open line from one side of the gap around to the other. */
function openPath(points: readonly Point[], gap: Outline['gap']): string {
  const middle = gap.y + gap.height / 2;
  const place = points.findIndex((from, index) => {
    const to = certain(points[(index + 1) % points.length]);
    const level = Math.abs(from.y - to.y) < 0.01 && Math.abs(from.y - middle) < 0.5;
    return level && Math.min(from.x, to.x) <= gap.x && gap.x + gap.width <= Math.max(from.x, to.x);
  });
  const from = points[place];
  if (from === undefined) return `${polyline([...points, ...points.slice(0, 1)])}`;
  const to = certain(points[(place + 1) % points.length]);
  const [near, far] = to.x > from.x ? [gap.x, gap.x + gap.width] : [gap.x + gap.width, gap.x];
  const around = [...points.slice(place + 1), ...points.slice(0, place + 1)];
  return polyline([{ x: far, y: from.y }, ...around, { x: near, y: from.y }]);
}

export const polyline = (points: readonly Point[]): string =>
  points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

/** A straight line, or one whose corners are rounded. */
export function path(points: readonly Point[]): string {
  const [start, end] = [certain(points[0]), certain(points.at(-1))];
  const corners = points.slice(1, -1).map((corner, place) => {
    const [before, after] = [certain(points[place]), certain(points[place + 2])];
    const [enter, leave] = [towards(corner, before, 22), towards(corner, after, 22)];
    return `L${short(enter.x)} ${short(enter.y)}Q${short(corner.x)} ${short(corner.y)} ${short(leave.x)} ${short(leave.y)}`;
  });
  return `M${short(start.x)} ${short(start.y)}${corners.join('')}L${short(end.x)} ${short(end.y)}`;
}

/** A small solid triangle with its tip at the rim; the wider the line, the larger. */
function head(edge: PlacedEdge, width: number): string {
  const { tip, ux, uy } = tipOf(edge);
  const [long, half] = [headLength(width), headLength(width) * 0.39];
  // In steps from the tip, which heads of parallel edges have in common: that packs well.
  const left = { x: -long * ux - half * uy, y: -long * uy + half * ux };
  return `M${short(tip.x)} ${short(tip.y)}l${short(left.x)} ${short(left.y)} ${short(2 * half * uy)} ${short(-2 * half * ux)}z`;
}

const headLength = (width: number): number => Math.max(9, 3 + 3 * width);

/** Where the arrow points, and its direction. */
function tipOf({ points, arrow }: PlacedEdge): { tip: Point; ux: number; uy: number } {
  const ordered = arrow === 'end' ? points : [...points].reverse();
  const [tip, before] = [certain(ordered.at(-1)), certain(ordered.at(-2))];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  return { tip, ux: (tip.x - before.x) / length, uy: (tip.y - before.y) / length };
}

/** A wide line ends within its head: its end would be blunter than the tip. */
function withoutTip(edge: PlacedEdge, width: number): readonly Point[] {
  if (edge.arrow === 'none' || width <= 2) return edge.points;
  const { tip, ux, uy } = tipOf(edge);
  const away = headLength(width) - 2;
  const end = { x: tip.x - away * ux, y: tip.y - away * uy };
  return edge.arrow === 'end' ? [...edge.points.slice(0, -1), end] : [end, ...edge.points.slice(1)];
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(0.5, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A tenth of a pixel is finer than any screen shows. */
export const short = (value: number): number => Math.round(value * 10) / 10;
