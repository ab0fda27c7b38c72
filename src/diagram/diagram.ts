import type { Extra } from '../network/drawn.ts';
import type { EdgeId, UnitId } from '../network/network.ts';
import type { LabelText, View } from './view.ts';

/** CSS pixels at the figure's natural size; x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines, and the exact box that holds them. */
export interface Drawing {
  readonly lines: readonly (readonly Point[])[];
  readonly box: Box;
}

/** A part's standing in the figure: in focus with the indices of the focuses that have it, from 0. */
export type Emphasis =
  | { readonly kind: 'plain' }
  | { readonly kind: 'focus'; readonly focuses: readonly number[] }
  | { readonly kind: 'rest' };

/** Typeset mathematics as ink: one path `d`, already in place, and the exact box of that ink. */
export interface Label {
  readonly ink: string;
  readonly box: Box;
  /** The same in words, for who cannot see it: `w 1 superscript 1 1`. */
  readonly words: string;
  /** The mathematics itself, for who sets it by other means. */
  readonly text: LabelText;
}

export interface PlacedUnit {
  readonly unit: UnitId;
  /** A unit of the network, or what stands for a bias, a target or the loss. */
  readonly kind: 'unit' | Extra;
  readonly centre: Point;
  readonly radius: number;
  readonly label: Label;
  /** Its value, beneath its name. */
  readonly number?: Label;
  /** Its activation, drawn beneath its name. */
  readonly curve?: Drawing;
  readonly emphasis: Emphasis;
  /** Drawn before, at the end of the line above. */
  readonly isRepeated?: true;
}
export interface PlacedEdge {
  readonly edge: EdgeId;
  /** Whether it carries the weight that a focus is about. */
  readonly isSubject: boolean;
  /** From the tail's rim to the head's rim; further points where it is routed around units. */
  readonly points: readonly Point[];
  readonly arrow: 'start' | 'end' | 'none';
  /** In pixels. */
  readonly width: number;
  /** What its width tells is negative. */
  readonly isNegative?: boolean;
  /** Short lines across it: edges with as many share a weight. */
  readonly ticks?: readonly (readonly [Point, Point])[];
  readonly label?: Label;
  readonly emphasis: Emphasis;
}
/** A closed rectilinear outline with a gap in which its label stands. */
export interface Outline {
  readonly focus: number;
  readonly points: readonly Point[];
  readonly gap: Box;
  readonly label: Label;
}
export interface Caption {
  readonly label: Label;
}
/** The dots that stand for units of a large layer, or layers of a deep network, which are not drawn. */
export interface Ellipsis {
  readonly centre: Point;
  /** Whether the dots stand side by side or one above the other. */
  readonly along: 'x' | 'y';
}

/** A line as the figure has it, or none, and what it means. */
export interface Key {
  readonly label: Label;
  readonly line?: {
    readonly from: Point;
    readonly to: Point;
    readonly stroke:
      | { readonly kind: 'focus'; readonly focus: number }
      | { readonly kind: 'measure'; readonly width: number; readonly isNegative: boolean };
  };
}

/** Everything in its place; nothing in it depends on how it will be drawn. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly units: readonly PlacedUnit[];
  readonly edges: readonly PlacedEdge[];
  readonly outlines: readonly Outline[];
  readonly captions: readonly Caption[];
  readonly ellipses: readonly Ellipsis[];
  /** The legend, beneath the figure. */
  readonly legend: readonly Key[];
  /** Whether edges in focus have the colours of their focuses: where no outline holds them. */
  readonly isColoured: boolean;
  readonly rest: View['rest'];
  /** The accessible name and description, made from the network. */
  readonly title: string;
  readonly description: string;
}
