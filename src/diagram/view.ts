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
  /** The paths that it is made of, each as its units in their order; absent where they are too many to tell. */
  readonly paths?: readonly (readonly UnitId[])[];
  /** Which of how many paths, where one path alone is in focus. */
  readonly path?: { readonly number: number; readonly of: number };
  /** How many paths lead to each output that it reaches. */
  readonly reaches?: readonly { readonly output: UnitId; readonly paths: number }[];
}

/** A line of mathematics to typeset: names, upright text, and the signs between them. */
export type LabelText = readonly (
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: string }
)[];

/** A small drawing: lines in a square from (0, 0), at the bottom left, to (1, 1). */
export type Curve = readonly (readonly Point[])[];

/** What a number of an edge tells: the value of its weight, or the derivative of the loss by it. */
export interface Measure {
  readonly of: 'weights' | 'gradients';
  /** `w`, `∂E/∂w` */
  readonly symbol: LabelText;
}

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
  /** Numbers within units, and beside edges in place of the weights' names; absent: names alone. */
  readonly numbers?: {
    readonly units?: ReadonlyMap<UnitId, number>;
    readonly edges?: ReadonlyMap<EdgeId, number>;
    /** What those beside edges are. */
    readonly measure?: Measure;
  };
  /** By what edges are wide, and dashed where it is negative; absent: all are alike. */
  readonly widths?: { readonly measure: Measure; readonly edges: ReadonlyMap<EdgeId, number> };
}
