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
  readonly live?: { readonly model: string; readonly readout: readonly Element[] };
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
