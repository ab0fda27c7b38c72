import { certain } from '../certain.ts';
import type { Diagram, Ellipsis, Emphasis, Label, PlacedUnit } from '../diagram/diagram.ts';
import { groupBy } from '../diagram/group.ts';
import { inkScale } from '../diagram/ink.ts';
import { element } from './build.ts';
import type { Element } from './element.ts';
import { edgeGroups, keyLine, outlinePath, polyline, short } from './lines.ts';
import { paint, type Role, roleOf, strokes } from './paint.ts';

/**
 * A diagram as one SVG element without ids, scripts, fonts or style sheets: the same ink inline, in `<img>`, in a
 * feed and in librsvg. Colours are custom properties with a fallback, and attributes for who knows no properties.
 *
 * Lines, arrowheads and labels of an edge bear `data-edge`, circles and labels of a unit `data-unit`, with the id that
 * it has in its network; the groups that they stand in say by their class which is which.
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
    ...edgeGroups(diagram),
    ...unitGroups(diagram.units, of),
    ...diagram.legend.flatMap(({ line }) => (line === undefined ? [] : [keyLine(line)])),
    ...diagram.outlines.map(outlinePath),
    ...inks(diagram, of),
    ...diagram.ellipses.map(dots),
  ]);
}

/** Units that are painted alike in one group. What only the figure has is an open circle; curves stand in their units. */
function unitGroups(units: readonly PlacedUnit[], of: (emphasis: Emphasis) => Role): Element[] {
  const own = (unit: PlacedUnit): boolean => unit.kind === 'unit';
  const groups = groupBy(units, (unit) => `${of(unit.emphasis)} ${own(unit)}`);
  return [...groups.values()].flatMap((members) => {
    const first = certain(members[0]);
    const role = of(first.emphasis);
    const drawn = members.flatMap(({ unit, curve }) =>
      curve === undefined
        ? []
        : [element('path', { d: curve.lines.map(polyline).join(''), 'data-unit': unit })],
    );
    const stroke = strokes(paint(role, { stroke: 'ink' }), { width: 1.5 });
    return [
      discs(role, members, own(first)),
      ...(drawn.length > 0 ? [element('g', { class: 'network-curves', ...stroke }, drawn)] : []),
    ];
  });
}

function discs(role: Role, units: readonly PlacedUnit[], filled: boolean): Element {
  const circles = units.map(({ unit, centre, radius, isRepeated }) =>
    element('circle', {
      cx: short(centre.x),
      cy: short(centre.y),
      r: radius,
      'data-unit': unit,
      ...(isRepeated && { 'stroke-dasharray': '4 3', style: 'stroke-dasharray:4 3' }),
    }),
  );
  const parts = filled ? ({ fill: 'unit', stroke: 'rim' } as const) : ({ stroke: 'edge' } as const);
  const painted = strokes(paint(role, parts), { width: 1.5 });
  return element('g', { class: 'network-units', ...painted }, circles);
}

/** A label's ink, and what it is the label of. */
interface Ink {
  readonly role: Role;
  readonly label: Label;
  readonly of?: { readonly 'data-unit': number } | { readonly 'data-edge': number };
}

/** All labels of one colour as the ink of one group, whose scale makes their coordinates whole numbers. */
function inks(diagram: Diagram, of: (emphasis: Emphasis) => Role): Element[] {
  const labels: Ink[] = [
    ...diagram.units.map(({ unit, emphasis, label }) => ({
      role: of(emphasis),
      label,
      of: { 'data-unit': unit },
    })),
    ...diagram.edges.flatMap(({ edge, emphasis, label }) =>
      label === undefined ? [] : [{ role: of(emphasis), label, of: { 'data-edge': edge } }],
    ),
    ...diagram.units.flatMap(({ unit, emphasis, number }) =>
      number === undefined
        ? []
        : [{ role: of(emphasis), label: number, of: { 'data-unit': unit } }],
    ),
    ...[...diagram.captions, ...diagram.legend].map(({ label }) => ({
      role: 'plain' as const,
      label,
    })),
    ...diagram.outlines.map(({ focus, label }) => ({ role: `focus-${focus}` as const, label })),
  ];
  return [...groupBy(labels, ({ role }) => role)].map(([role, members]) =>
    element(
      'g',
      {
        class: 'network-labels',
        transform: `scale(${1 / inkScale})`,
        ...paint(role, { fill: 'ink' }),
      },
      members.map(({ label, of }) => element('path', { d: label.ink, ...of })),
    ),
  );
}

function dots({ centre, along }: Ellipsis): Element {
  const circles = [-14, 0, 14].map((offset) => {
    const [dx, dy] = along === 'x' ? [offset, 0] : [0, offset];
    return element('circle', { cx: short(centre.x + dx), cy: short(centre.y + dy), r: 2.5 });
  });
  return element('g', { class: 'network-dots', ...paint('plain', { fill: 'ink' }) }, circles);
}
