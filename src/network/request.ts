import type { Located, Span } from '../diagnostic.ts';
import type { Shown } from './drawn.ts';
import type { ParameterId, UnitId } from './network.ts';

/** Something that a derivative can be taken of or by, or that a figure can put in focus. */
export type Quantity =
  | { readonly kind: 'parameter'; readonly parameter: ParameterId }
  | { readonly kind: 'unit'; readonly unit: UnitId };

/** The number and the name under which the page can refer to what a request makes. */
export interface Reference {
  readonly label?: { readonly name: string; readonly span: Span };
  /** `tag 1`, `tag A.2`: in place of the page's own count. */
  readonly tag?: { readonly text: string; readonly span: Span };
  /** `unnumbered` */
  readonly unnumbered?: boolean;
}

export interface FigureRequest extends Located, Reference {
  readonly kind: 'figure';
  /** One focus each, drawn in a colour of its own. */
  readonly focus: readonly Quantity[];
  /** The reduced network: what these reach, and nothing else. */
  readonly only: readonly Quantity[];
  /** The outputs that parts in focus, and reduced networks, are confined to; none: all. */
  readonly to: readonly UnitId[];
  /** Single paths in place of such a part, by their numbers from 1, in the order of `pathsOf`; none: all of it. */
  readonly paths: readonly number[];
  /** The dashed outline around each focus. */
  readonly outline: boolean;
  /** How the part that is in no focus is set off. */
  readonly rest: 'dim' | 'red' | 'plain';
  readonly arrows: 'forward' | 'backward' | 'none';
  /** Where the layers follow each other to; absent: to the right, or down where that is too wide for a phone. */
  readonly direction?: 'right' | 'down' | 'up';
  /** An index letter for each layer, `i j k`: captions over layers (“layer i”) and weights (`w^l_{ji}`). */
  readonly captions?: readonly string[];
  /** What is drawn beside the units and edges of the network. */
  readonly show: readonly Shown[];
  /** In each unit its value, and beside each edge the value of its weight or the gradient by it, in place of the name. */
  readonly numbers: { readonly units: boolean; readonly edges?: 'weights' | 'gradients' };
  /** By what the widths of the edges are measured. */
  readonly widths?: 'weights' | 'gradients';
  /** Which of the block's examples the numbers are of, from 1; absent: values of the first, gradients of the mean. */
  readonly example?: number;
  /** The numbers of hidden layers that the reader can choose from; absent: those that the network has. */
  readonly depth?: readonly number[];
  /** The figure's caption in words. */
  readonly caption?: string;
}

export interface ForwardRequest extends Located, Reference {
  readonly kind: 'forward';
  /** The units whose equation is printed, in this order; `loss` for the loss's own. */
  readonly of: readonly (UnitId | 'loss')[];
  /** `as numbers`: with the values put in. */
  readonly form: 'symbols' | 'numbers';
}

export type Form = 'chain' | 'delta' | 'paths' | 'index' | 'matrix' | 'numbers';

/** `derive as table`: every gradient in a line of its own. */
export interface TableRequest extends Located, Reference {
  readonly kind: 'table';
  /** The quantities that it lists. */
  readonly by: readonly Quantity[];
  readonly lines?: readonly LineRange[];
  readonly reasons: 'none' | 'beside' | 'below';
  /** Whether it can be walked through line by line, with a figure of its own that shows what each line is about. */
  readonly steps?: true;
}

export interface DeriveRequest extends Located, Reference {
  readonly kind: 'derive';
  /** Absent: the loss. `derive y_1 by w_1` names a unit. */
  readonly of?: UnitId;
  readonly by: Quantity;
  readonly form: Form;
  /** The lines that are printed; absent: all. */
  readonly lines?: readonly LineRange[];
  readonly reasons: 'none' | 'beside' | 'below';
  /** Whether it can be walked through line by line, with a figure of its own that shows what each line is about. */
  readonly steps?: true;
}
/** Lines by number (from 1) or by the rule that made them; both ends included, either open. */
export interface LineRange extends Located {
  readonly from?: LineEnd;
  readonly to?: LineEnd;
}
export type LineEnd =
  | { readonly line: number; readonly span: Span }
  | { readonly rule: string; readonly span: Span };

/** The figure that can be touched. */
export interface LiveRequest extends Located, Reference {
  readonly kind: 'live';
  /** The weight or bias that is chosen at first. */
  readonly focus: ParameterId;
  /** What is plotted beside the network. */
  readonly plots: readonly LivePlot[];
  /** The figure's caption in words. */
  readonly caption?: string;
}
export type LivePlot = 'error' | 'training' | 'decision';

export type Request = FigureRequest | ForwardRequest | DeriveRequest | TableRequest | LiveRequest;
