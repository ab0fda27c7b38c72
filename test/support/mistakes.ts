import type { Diagnostic } from '../../src/diagnostic.ts';

/** A mistake as the author meets it: `at` are the words that are underlined. */
export interface Expected {
  readonly code: string;
  readonly at: string;
  /** The words of a second place. */
  readonly also?: string;
  readonly message: string;
  readonly hint?: string;
  readonly expected?: readonly string[];
}

export function shown(block: string, diagnostics: readonly Diagnostic[]): readonly Expected[] {
  return diagnostics.map(({ span, also, code, message, hint, expected = [] }) => ({
    code,
    at: block.slice(span.start, span.end),
    ...(also !== undefined && { also: block.slice(also.start, also.end) }),
    message,
    ...(hint !== undefined && { hint }),
    ...(expected.length > 0 && { expected }),
  }));
}
