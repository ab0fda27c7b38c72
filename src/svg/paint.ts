import type { Emphasis } from '../diagram/diagram.ts';
import type { View } from '../diagram/view.ts';

/** How a part is painted: as it is, set off, or in the colour of an outline. */
export type Role = 'plain' | 'dim' | 'red' | `outline-${number}`;
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

const outlineColour = (focus: number): string => outlines[focus % outlines.length] ?? outlines[0];
export const dashOf = (focus: number): string => dashes[focus % dashes.length] ?? dashes[0];

/** An attribute for every reader of SVG, and a custom property for those that have style sheets. */
export function paint(
  attribute: 'fill' | 'stroke',
  role: Role,
  part: Part,
): Readonly<Record<string, string>> {
  const [property, colour] =
    role === 'plain' || role === 'dim' || role === 'red'
      ? [role === 'plain' ? part : `${role}-${part}`, colours[role][part]]
      : [
          `focus-${1 + (Number(role.slice('outline-'.length)) % outlines.length)}`,
          outlineColour(Number(role.slice('outline-'.length))),
        ];
  return { [attribute]: colour, style: `${attribute}:var(--network-${property},${colour})` };
}
