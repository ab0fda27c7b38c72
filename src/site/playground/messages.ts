import type { Completions, Element, Rendered } from 'remark-network/core';
import type { Shown } from './show.ts';

/** What is asked of the worker, and the answer to each. */
export interface Answers {
  readonly show: Shown;
  readonly live: Element | undefined;
  readonly parts: Rendered;
  readonly complete: Completions;
}
export type Kind = keyof Answers;

export interface Question {
  readonly id: number;
  readonly kind: Kind;
  readonly text: string;
  /** Where the cursor is, for `complete`. */
  readonly offset: number;
}
export interface Answer {
  readonly id: number;
  readonly answer: Answers[Kind];
}
