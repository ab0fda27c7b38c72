import type { Name } from '../../src/syntax/document.ts';
import { bare } from '../../src/syntax/name.ts';
import { parse } from '../../src/syntax/parse.ts';

/** A name as an author types it. */
export function nameOf(text: string): Name {
  const [statement] = parse(`weights ${text}`).document.statements;
  if (statement?.kind !== 'weights' || statement.entries[0] === undefined) throw new Error(text);
  return bare(statement.entries[0].template);
}
