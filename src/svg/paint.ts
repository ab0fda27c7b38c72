import { certain } from '../certain.ts';
import type { Emphasis } from '../diagram/diagram.ts';
import type { View } from '../diagram/view.ts';

/** How a part is painted: as it is, set off, or in the colour of an outline. */
export type Role = 'plain' | 'dim' | 'red' | 'positive' | 'negative' | `focus-${number}`;
type Part = 'ink' | 'edge' | 'unit' | 'rim';

export function roleOf(emphasis: Emphasis, rest: View['rest']): Role {
  return emphasis.kind === 'rest' ? rest : 'plain';
}

/** Light-scheme colours; the custom property of the same name overrides them where style sheets are read. */
const colours: Readonly<Record<'plain' | 'dim' | 'red', Readonly<Record<Part, string>>>> = {
  plain: { ink: '#1b1b1f', edge: '#4a4a55', unit: '#e3edf9', rim: '#39506f' },
  dim: { ink: '#767680', edge: '#b9b9c2', unit: '#f6f6f8', rim: '#b9b9c2' },
  red: { ink: '#a3312a', edge: '#b5483f', unit: '#fae6e3', rim: '#b5483f' },
};

/** Colours that eyes with any colour vision tell apart (Okabe and Ito 2008), darkened to be read as text. */
const outlines = ['#0060a8', '#a63c00', '#00734f', '#8a3a73'] as const;
const dashes = ['7 5', '2.5 4', '11 4 2.5 4', '14 6'] as const;

export const outlineDash = (focus: number): string => certain(dashes[focus % dashes.length]);

/** Lines in focus: the first is whole, so that it reads as any other line. */
const lineDashes = [undefined, '9 4', '2.5 3', '12 4 2.5 4'] as const;
export const lineDash = (focus: number): string | undefined =>
  lineDashes[focus % lineDashes.length];
export const negativeDash = '5 3';

/** The same on a dark ground, by custom property. `style.css` says them again, and a test holds the two together. */
const dark: Readonly<Record<string, string>> = {
  ink: '#e9e9ee',
  edge: '#b4b4c0',
  unit: '#1f2d42',
  rim: '#8fb0d9',
  'dim-ink': '#8d8d99',
  'dim-edge': '#55555f',
  'dim-unit': '#1c1c21',
  'dim-rim': '#55555f',
  'red-ink': '#ff9d92',
  'red-edge': '#d4675c',
  'red-unit': '#3a211e',
  'red-rim': '#d4675c',
  'focus-1': '#6cb8ff',
  'focus-2': '#ff9a5c',
  'focus-3': '#4fd1a1',
  'focus-4': '#e79ad0',
};

/** Of what is behind a figure in a file of its own, nobody tells more than that it is dark. */
const darkPaper = '#111';

/** A style sheet for a figure in a file of its own, where no page tells it the reader's colour scheme. */
export function standaloneSheet(): string {
  const set = Object.entries(dark).map(([property, colour]) => `--network-${property}:${colour}`);
  return `@media (prefers-color-scheme:dark){svg{${set.join(';')};--network-paper:${darkPaper}}}`;
}

/** Attributes for every reader of SVG, and custom properties for those that have style sheets. */
export function paint(
  role: Role,
  parts: Readonly<Partial<Record<'fill' | 'stroke', Part>>>,
): Readonly<Record<string, string>> {
  const painted: Record<string, string> = {};
  const styles: string[] = [];
  for (const [attribute, part] of Object.entries(parts)) {
    const { property, colour } = colourOf(role, part);
    painted[attribute] = colour;
    styles.push(`${attribute}:var(--network-${property},${colour})`);
  }
  return { ...painted, style: styles.join(';') };
}

/**
 * A line of some width, and dashed. Hosts that rewrite attributes for a framework lose those with a hyphen: all that
 * matters stands in the style as well.
 */
export function strokes(
  painted: Readonly<Record<string, string>>,
  {
    width,
    dash,
    offset,
  }: { readonly width: number; readonly dash?: string; readonly offset?: number },
): Readonly<Record<string, string | number>> {
  const { style, ...attributes } = painted;
  const line = {
    'stroke-width': width,
    ...(dash !== undefined && { 'stroke-dasharray': dash }),
    ...(offset !== undefined && { 'stroke-dashoffset': offset }),
  };
  const styles = Object.entries(line).map((entry) => entry.join(':'));
  return {
    ...(attributes.fill === undefined && { fill: 'none' }),
    ...attributes,
    ...line,
    style: [style, ...styles].join(';'),
  };
}

function colourOf(role: Role, part: Part): { property: string; colour: string } {
  if (role === 'plain' || role === 'dim' || role === 'red') {
    return { property: role === 'plain' ? part : `${role}-${part}`, colour: colours[role][part] };
  }
  // The first two of the colours that all eyes tell apart do for the two signs.
  const focus =
    role === 'positive' ? 0 : role === 'negative' ? 1 : Number(role.slice('focus-'.length));
  const place = focus % outlines.length;
  return { property: `focus-${place + 1}`, colour: certain(outlines[place]) };
}
