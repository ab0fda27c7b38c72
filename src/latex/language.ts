import type { Condition, RuleName } from '../calculus/derivation.ts';
import { english } from './english.ts';

/** What a sentence may speak of, as formulas between dollar signs. */
export interface Words {
  /** What the rule says it is about, in the order of `calculus`. */
  readonly subjects: readonly string[];
  /** The letter of the loss. */
  readonly loss: string;
  /** What is being worked out, and what it was rewritten to. */
  readonly left: string;
  readonly after: string;
  /** What stands before a bracket; empty where nothing does. */
  readonly common: string;
  /** By what the loss is being differentiated, where it is. */
  readonly by: 'weight' | 'bias' | 'unit' | undefined;
  /** Whether the line is the first behind the left side. */
  readonly isFirst: boolean;
  /** Whether error terms stand in the line, the slope of an activation, the strength of the weight decay. */
  readonly hasErrorTerms: boolean;
  readonly hasSlope: boolean;
  readonly hasDecay: boolean;
}

/** A rule as readers know it: a name that begins small, and a sentence without a full stop. */
export interface Rule {
  readonly name: string;
  readonly sentence: (words: Words) => string;
}

/** All that the package says to readers about a derivation, in one language. */
export interface Language {
  readonly rules: Readonly<Record<RuleName, Rule>>;
  /** What must be true for a line to follow, as the end of its sentence. */
  readonly conditions: Readonly<Record<Condition, string>>;
  /** The same as a sentence of its own, for those who see no reasons. */
  readonly assumptions: Readonly<Record<Condition, string>>;
  /** Why the errors are carried back unit by unit instead: there are too many paths. */
  readonly turned: (paths: bigint) => string;
  /** Why there is one equation for each layer instead: there are too many terms. */
  readonly shortened: (terms: number) => string;
  /** Why the forward pass has one equation for each layer: there are too many units. */
  readonly joined: (equations: number) => string;
}

/** By language code (BCP 47). A language with a rule missing does not compile. */
export const languages = { en: english } satisfies Readonly<Record<string, Language>>;
