import { certain } from '../certain.ts';
import type { Diagram, Emphasis, Label, PlacedEdge, Point } from '../diagram/diagram.ts';
import { mathematics } from './mathematics.ts';

/**
 * A diagram as a `tikzpicture`, its labels set by TeX itself. Needs `tikz`, and no library of it. Every part stands
 * where the SVG has it, at 0.75 bp for a pixel.
 */
export function tikz(diagram: Diagram): string {
  const colour = (emphasis: Emphasis): Colour =>
    emphasis.kind === 'rest' ? colours[diagram.rest] : colours.plain;
  return [
    '\\begin{tikzpicture}[x=0.75bp, y=-0.75bp, line width=1.1bp, label/.style={inner sep=0pt}]',
    ...diagram.edges.map((edge) => line(edge, colour(edge.emphasis))),
    ...diagram.units.flatMap(({ kind, centre, radius, curve, emphasis }) => {
      const { rim, fill, edge } = colour(emphasis);
      const filled = kind === 'unit' ? `, fill=${fill}` : '';
      const inside = (curve?.lines ?? []).map((points) => `\\draw[${edge}] ${path(points)};`);
      return [`\\draw[draw=${rim}${filled}] ${at(centre)} circle [radius=${radius}];`, ...inside];
    }),
    ...diagram.ellipses.flatMap(({ centre, along }) =>
      [-14, 0, 14].map((offset) => {
        const point = { ...centre, [along]: centre[along] + offset };
        return `\\fill ${at(point)} circle [radius=2.5];`;
      }),
    ),
    ...diagram.outlines.flatMap(({ focus, points, label }) => {
      const { name, dash } = certain(outlines[focus % outlines.length]);
      return [
        `\\draw[${name}, ${dash}] ${path(points)} -- cycle;`,
        text(label, name, ', fill=white, inner xsep=3pt'),
      ];
    }),
    ...diagram.units.map(({ label, emphasis }) => text(label, colour(emphasis).ink)),
    ...diagram.edges.flatMap(({ label, emphasis }) =>
      label === undefined ? [] : [text(label, colour(emphasis).ink)],
    ),
    ...diagram.captions.map(({ label }) => text(label, colours.plain.ink)),
    '\\end{tikzpicture}',
  ].join('\n');
}

interface Colour {
  readonly ink: string;
  readonly edge: string;
  readonly fill: string;
  readonly rim: string;
}

/** Mixtures of colours that every TeX knows. */
const colours: Readonly<Record<Diagram['rest'], Colour>> = {
  plain: { ink: 'black', edge: 'black!70', fill: 'blue!8', rim: 'blue!35!black' },
  dim: { ink: 'black!55', edge: 'black!28', fill: 'black!4', rim: 'black!28' },
  red: { ink: 'red!65!black', edge: 'red!60!black', fill: 'red!10', rim: 'red!60!black' },
};

const outlines = [
  { name: 'blue!70!black', dash: 'dashed' },
  { name: 'orange!75!black', dash: 'dotted' },
  { name: 'teal', dash: 'dash dot' },
  { name: 'violet', dash: 'loosely dashed' },
] as const;

function line({ points, arrow, ticks = [] }: PlacedEdge, { edge }: Colour): string {
  const tips = { start: ', latex-', end: ', -latex', none: '' }[arrow];
  const corners = points.length > 2 ? ', rounded corners=12bp' : '';
  const across = ticks.map((tick) => `\\draw[${edge}] ${path(tick)};`);
  return [`\\draw[${edge}${tips}${corners}] ${path(points)};`, ...across].join('\n');
}

const text = ({ box, text }: Label, colour: string, more = ''): string => {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return `\\node[label, text=${colour}${more}] at ${at(centre)} {${mathematics(text)}};`;
};

const path = (points: readonly Point[]): string => points.map(at).join(' -- ');

const at = ({ x, y }: Point): string => `(${tenth(x)},${tenth(y)})`;

const tenth = (value: number): number => Math.round(value * 10) / 10;
