import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../syntax/document.ts';
import { type Notation, standardNotation } from './notation.ts';
import { notation } from './notation-settings.ts';
import { of } from './statements.ts';

/** The notation that a block sets for all below it, if it says nothing else. */
export function pageNotation(
  { statements, damaged = false }: Document,
  around: Notation = standardNotation,
): { readonly notation: Notation; readonly diagnostics: readonly Diagnostic[] } | undefined {
  const settings = of(statements, 'notation');
  if (damaged || settings.length === 0 || settings.length < statements.length) return undefined;
  const diagnostics: Diagnostic[] = [];
  const set = notation(settings, around, (diagnostic) => diagnostics.push(diagnostic));
  return { notation: set, diagnostics };
}
