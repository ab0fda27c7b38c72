import type { Located } from './diagnostic.ts';
import type { Diagram } from './diagram/diagram.ts';
import type { Row, Term } from './latex/rows.ts';
import type { Reference } from './network/request.ts';
import type { Element } from './svg/element.ts';

export type { Term };

/** A drawn network. */
export interface Picture extends Located, Reference {
  readonly kind: 'picture';
  readonly svg: Element;
  /** Everything of it in its place, for other ways to draw it. */
  readonly diagram: Diagram;
  readonly title: string;
  readonly description: string;
  readonly caption?: string;
  /** What the figure needs to be touched: the network as text for an attribute, and what stands beside the picture. */
  readonly live?: {
    readonly model: string;
    readonly readout: readonly Element[];
    /** What it can be changed with, of no use where there is no script. */
    readonly controls: readonly Element[];
  };
  /** Where its hidden layers can be added and taken away: what stands in place of the picture then. */
  readonly grown?: Depth;
}

/** A network that grows by one hidden layer from frame to frame. */
export interface Depth {
  readonly frames: readonly Frame[];
  /** The place of the frame that is shown at first. */
  readonly start: number;
  /** How the error and an error term are written. */
  readonly loss: string;
  readonly delta: string;
}

/** A network with so many hidden layers: how many paths lead from a weight to the error, and how many error terms do as well. */
export interface Frame {
  readonly layers: number;
  readonly paths: string;
  readonly deltas: number;
  readonly svg: Element;
}

/** A displayed equation or derivation. The number stands on its last row; the page gives it. */
export interface Equation extends Located, Reference {
  readonly kind: 'equation';
  readonly rows: readonly Row[];
  readonly reasons: 'none' | 'beside' | 'below';
  /** The figure beside which it is walked through: its parts bear the numbers of the lines that are about them. */
  readonly walk?: Element;
  /** A sentence that the reader must know, such as why another form was taken. */
  readonly note?: string;
}

/** What one block makes, in the author's order. */
export type Part = Picture | Equation;
