import type { Picture, Term } from '../figure.ts';
import type { Element } from '../svg/element.ts';
import type { Locate, Place } from './place.ts';

/** A fenced block: its text, and the words behind `network` in its info string. */
export interface Block {
  readonly kind: 'block';
  readonly text: string;
  readonly locate: Locate;
  readonly info: string;
  readonly locateInfo: Locate;
}

/** A formula of the author, displayed or in the running text. */
export interface Formula {
  readonly kind: 'display' | 'inline';
  readonly tex: string;
  readonly locate: Locate;
  /** Whether a link surrounds it already. */
  readonly linked: boolean;
  /** The words behind the opening `$$` of a displayed one. */
  readonly marking?: Marking;
}

/** Words that say something about a formula, `check multi`. */
export interface Marking {
  readonly text: string;
  readonly locate: Locate;
  /** Whether the host would typeset them, so that the formula has to be put in the place of both. */
  readonly inside: boolean;
}

/** A piece of prose, which may have references in it. */
export interface Prose {
  readonly kind: 'text';
  readonly text: string;
  /** What stands in braces right behind it, where the host has taken them out of the text, as MDX does. */
  readonly braces?: string;
  readonly locate: Locate;
  readonly linked: boolean;
}

/** A link without words, `[](#equation-f)`. */
export interface BareLink {
  readonly kind: 'link';
  readonly address: string;
  readonly place: Place;
}

/** What a host finds that the page may have to do with. */
export type Piece = Block | Formula | Prose | BareLink;

/** One line of a derivation: its two sides in TeX, the right one with the relation before it, and why it follows. */
export interface ReasonedLine {
  readonly left: string;
  readonly right: string;
  readonly rule: string;
  readonly reason: readonly Words[];
}

/** A piece of a sentence: words, or a formula in the running text. */
export type Words =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string };

/** What a host puts in the place of a piece: each kind is one element, the same in every host. */
export type Content =
  | {
      readonly kind: 'figure';
      readonly picture: Picture;
      readonly id: string | undefined;
      readonly caption: string;
    }
  /** A displayed formula that is numbered, in a box that can be referred to. */
  | {
      readonly kind: 'equation';
      readonly tex: string;
      readonly id: string | undefined;
      readonly name: string;
    }
  /** The terms of an equation that are linked to figures, to be chosen from one by one. */
  | { readonly kind: 'terms'; readonly name: string; readonly terms: readonly Term[] }
  /** A derivation with the reason of each line, in such a box: lines of formulas and words, which may break. */
  | {
      readonly kind: 'derivation';
      readonly lines: readonly ReasonedLine[];
      readonly reasons: 'beside' | 'below';
      /** The figure beside which it is walked through; it has an id then. */
      readonly walk?: Element;
      readonly number: string | undefined;
      readonly id: string | undefined;
      readonly name: string;
    }
  | { readonly kind: 'note' | 'text'; readonly text: string }
  /** A formula as it is, displayed or in the running text. */
  | { readonly kind: 'display' | 'formula'; readonly tex: string }
  /** A link to what a reference means; within another link, what it says alone. */
  | {
      readonly kind: 'reference';
      readonly address: string;
      readonly content: { readonly kind: 'text' | 'formula'; readonly value: string };
      readonly spoken: string;
    }
  /** A block that is wrong: what is wrong with it, and its own text. */
  | { readonly kind: 'mistake'; readonly explanation: string; readonly source: string }
  /** A piece of running text that is wrong, as it was written. */
  | { readonly kind: 'wrong'; readonly text: string; readonly explanation: string };
