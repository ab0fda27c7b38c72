import type { Code } from 'mdast';
import { lineAt, lineStarts } from '../page/place.ts';
import type { Problem } from '../page/problem.ts';

/** The name in a block's info string, ```network multi, if there is one that can be. */
export function blockName(
  node: Code,
  source: string,
): { name?: string; problems: readonly Problem[] } {
  const meta = node.meta?.trim() ?? '';
  if (meta === '') return { problems: [] };
  if (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(meta)) return { name: meta, problems: [] };
  const line = node.position?.start.line ?? 1;
  const start = lineStarts(source)[line - 1] ?? 0;
  const column = Math.max(0, lineAt(source, start).lastIndexOf(meta)) + 1;
  const at = (offset: number) => ({
    line,
    column: column + offset,
    offset: start + column - 1 + offset,
  });
  const message = `“${meta}” can't be the name of a network.`;
  const hint =
    'A name is one word of letters, digits and hyphens that begins with a letter: ```network multi.';
  return { problems: [{ code: 'odd-name', message, hint, start: at(0), end: at(meta.length) }] };
}
