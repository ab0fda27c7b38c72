import type {
  Diagram,
  Emphasis,
  Label,
  Outline,
  PlacedEdge,
  PlacedUnit,
  Point,
} from '../diagram/diagram.ts';
import { groupBy } from '../diagram/group.ts';
import { inkScale } from '../diagram/ink.ts';
import type { Element } from './element.ts';
import { dashOf, paint, type Role, roleOf } from './paint.ts';

/**
 * A diagram as one SVG element without ids, scripts, fonts or style sheets: the same ink inline, in `<img>`, in a
 * feed and in librsvg. Colours are custom properties with a fallback, and attributes for who knows no properties.
 */
export function draw(diagram: Diagram): Element {
  const { width, height, title, description } = diagram;
  const of = (emphasis: Emphasis): Role => roleOf(emphasis, diagram.rest);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'network-figure',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': title,
  };
  return element('svg', attributes, [
    element('desc', {}, [description]),
    ...byRole(
      diagram.edges,
      (edge) => of(edge.emphasis),
      (role, edges) => lines(role, edges),
    ),
    ...byRole(
      diagram.units,
      (unit) => of(unit.emphasis),
      (role, units) => discs(role, units),
    ),
    ...diagram.outlines.map(outline),
    ...inks(diagram, of),
    ...diagram.ellipses.map(({ centre }) => dots(centre)),
  ]);
}

function element(
  name: string,
  attributes: Element['attributes'],
  children: Element['children'] = [],
): Element {
  return { name, attributes, children };
}

/** Parts that are painted alike in one group, so that the paint is written once. */
function byRole<Part>(
  parts: readonly Part[],
  role: (part: Part) => Role,
  group: (role: Role, parts: readonly Part[]) => Element,
): Element[] {
  return [...groupBy(parts, role)].map(([key, members]) => group(key, members));
}

function lines(role: Role, edges: readonly PlacedEdge[]): Element {
  const strokes = edges.map((edge) =>
    element('path', { d: path(edge.points), 'data-edge': edge.edge }),
  );
  const heads = edges
    .filter((edge) => edge.arrow !== 'none')
    .map(head)
    .join('');
  const arrows =
    heads === ''
      ? []
      : [element('path', { d: heads, ...paint(role, { fill: 'edge' }), stroke: 'none' })];
  return element('g', { fill: 'none', ...paint(role, { stroke: 'edge' }), 'stroke-width': 1.5 }, [
    ...strokes,
    ...arrows,
  ]);
}

function discs(role: Role, units: readonly PlacedUnit[]): Element {
  const circles = units.map(({ unit, centre, radius }) =>
    element('circle', { cx: short(centre.x), cy: short(centre.y), r: radius, 'data-unit': unit }),
  );
  return element(
    'g',
    { ...paint(role, { fill: 'unit', stroke: 'rim' }), 'stroke-width': 1.5 },
    circles,
  );
}

/** All labels of one colour as the ink of one group, whose scale makes their coordinates whole numbers. */
function inks(diagram: Diagram, of: (emphasis: Emphasis) => Role): Element[] {
  const labels: { role: Role; label: Label }[] = [
    ...diagram.units.map(({ emphasis, label }) => ({ role: of(emphasis), label })),
    ...diagram.edges.flatMap(({ emphasis, label }) =>
      label === undefined ? [] : [{ role: of(emphasis), label }],
    ),
    ...diagram.captions.map(({ label }) => ({ role: 'plain' as const, label })),
    ...diagram.outlines.map(({ focus, label }) => ({ role: `outline-${focus}` as const, label })),
  ];
  return byRole(
    labels,
    ({ role }) => role,
    (role, members) =>
      element(
        'g',
        { transform: `scale(${1 / inkScale})`, ...paint(role, { fill: 'ink' }) },
        members.map(({ label }) => element('path', { d: label.ink })),
      ),
  );
}

/** The dashed line, open where the label stands. */
function outline({ focus, points, gap }: Outline): Element {
  const attributes = {
    fill: 'none',
    ...paint(`outline-${focus}`, { stroke: 'edge' }),
    'stroke-width': 1.5,
    'stroke-dasharray': dashOf(focus),
  };
  return element('path', { d: openPath(points, gap), ...attributes });
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

const polyline = (points: readonly Point[]): string =>
  points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

/** A straight line, or one whose corners are rounded. */
function path(points: readonly Point[]): string {
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
  const foot = { x: tip.x - 9 * ux, y: tip.y - 9 * uy };
  const [left, right] = [
    { x: foot.x - 3.5 * uy, y: foot.y + 3.5 * ux },
    { x: foot.x + 3.5 * uy, y: foot.y - 3.5 * ux },
  ];
  return `${polyline([tip, left, right])}z`;
}

function dots({ x, y }: Point): Element {
  const circles = [-14, 0, 14].map((offset) =>
    element('circle', { cx: short(x), cy: short(y + offset), r: 2.5 }),
  );
  return element('g', paint('plain', { fill: 'ink' }), circles);
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(0.5, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A tenth of a pixel is finer than any screen shows. */
const short = (value: number): number => Math.round(value * 10) / 10;
