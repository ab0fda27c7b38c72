/** A half-open range of a block's text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that stands at a place in the author's block. */
export interface Located {
  readonly span: Span;
}

/**
 * A mistake of the author: what is wrong, where, and what to write instead.
 * (A mistake of ours is an exception.)
 */
export interface Diagnostic extends Located {
  /** Stable, kebab-case: `unknown-word`, `double-label`. */
  readonly code: string;
  /** What is wrong, in one sentence that quotes the author's own words. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly hint?: string;
  /** A second place that takes part in it, where one alone does not show it. */
  readonly also?: Span;
  /** Texts that would mend the span if put in its place, best first. */
  readonly expected?: readonly string[];
}
