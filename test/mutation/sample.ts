/** A mutant's place, counted from 1, and what it has there. */
export interface Change {
  readonly file: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly replacement?: string;
}

/**
 * Whether a change is one of those that are tried where one in so many is: decided by where it is and what it does, so
 * that every run tries the same and what no test reaches is drawn like all else.
 */
export function isDrawn({ file, location: { start, end }, replacement }: Change, oneIn: number) {
  const place = [start.line, start.column, end.line, end.column];
  const name = JSON.stringify([file.replace(/^.*\bsrc\//, ''), ...place, replacement]);
  let hash = 0x811c9dc5;
  for (const character of name)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % oneIn === 0;
}
