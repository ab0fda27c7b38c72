import type { Extra } from '../network/drawn.ts';
import type { EdgeId, UnitId } from '../network/network.ts';
import type { Name } from '../syntax/document.ts';
import type { Point } from './diagram.ts';

/** A part of the network to put in focus; the caller knows what it means, the diagram only which parts they are. */
export interface Focus {
  readonly edges: ReadonlySet<EdgeId>;
  readonly units: ReadonlySet<UnitId>;
  /** What stands in the outline's gap. */
  readonly label: LabelText;
  /** What the focus is about, for the description: the weight itself. */
  readonly subject: Name;
}

/** A line of mathematics to typeset: names, upright text, and the signs between them. */
export type LabelText = readonly (
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string }
)[];

/** A small drawing: lines in a square from (0, 0), at the bottom left, to (1, 1). */
export type Curve = readonly (readonly Point[])[];

/** How a network is to be shown. */
export interface View {
  readonly focus: readonly Focus[];
  /** The parts that are drawn; absent: all. */
  readonly only?: { readonly edges: ReadonlySet<EdgeId>; readonly units: ReadonlySet<UnitId> };
  readonly outline: boolean;
  readonly rest: 'dim' | 'red' | 'plain';
  readonly arrows: 'forward' | 'backward' | 'none';
  /** Where the layers follow each other to; absent: to the right, and where that is too wide for a phone, down. */
  readonly direction?: 'right' | 'down' | 'up';
  readonly captions?: readonly string[];
  /** The units that are the figure's alone; absent: none. */
  readonly extras?: ReadonlyMap<UnitId, Extra>;
  /** What a unit computes, as small strokes within it: absent: not shown. */
  readonly activations?: ReadonlyMap<UnitId, Curve>;
}
