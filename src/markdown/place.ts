import type { Text } from 'mdast';
import { fencedText, type Locate, placeAt, runningText, type Source } from '../page/place.ts';

type Placed = { readonly position?: Text['position'] | undefined };

/** Where the text of a fenced block or a formula lies in the file, or that of a piece of prose. */
export function locateIn(source: Source, node: Placed & { readonly value: string }): Locate {
  const start = node.position?.start;
  const at = start?.offset;
  // A node that another plugin made has no place: the file is all that can be told.
  if (start === undefined || at === undefined) return () => placeAt(source, 0);
  if (!/^(?:\$\$|`{3}|~{3})[^\r\n]*[\r\n]/.test(source.text.slice(at, node.position?.end.offset)))
    return runningText(source, node.value, at);
  if (node.value === '') return () => placeAt(source, at);
  return fencedText(source, node.value, start.line + 1);
}

/** Where the words behind a fence's language, or behind a formula's dollars, lie. */
export function locateInfo(source: Source, node: Placed, info: string): Locate {
  const at = node.position?.start.offset;
  if (at === undefined) return () => placeAt(source, 0);
  const rest = source.text.slice(at).replace(/^(?:\$+|[`~]*\s*\S+)\s*/, '');
  return runningText(source, info, source.text.length - rest.length);
}
