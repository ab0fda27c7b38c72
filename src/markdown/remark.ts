import type { Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { sourceOf } from '../page/place.ts';
import { failed, note } from './failure.ts';
import { type Options, setup } from './options.ts';
import { findPieces, replacements } from './tree.ts';

/**
 * The remark plugin: turns fenced `network` blocks into figures and equations, and gives numbers to the equations and
 * figures of the page and targets to its references. Listed before or after remark-math; leaves the typesetting to
 * rehype-katex or rehype-mathjax, unless it is given KaTeX.
 *
 * @throws {Error} for a notation that there is not
 * @throws {VFileMessage} for the mistakes of the author, unless `lenient`
 */
export default function remarkNetwork(options: Options = {}): (tree: Root, file: VFile) => void {
  const { lenient, typeset, page: pageOf } = setup(options);
  return (tree, file) => {
    const source = sourceOf(String(file));
    const found = findPieces(tree, source);
    const page = pageOf(
      found.map(({ piece }) => piece),
      source,
      file.path ?? 'text',
    );
    for (const problem of page.problems) note(problem, file);
    if (page.problems.length > 0 && !lenient) throw failed(page.problems, source, file);
    replace(tree, replacements(found, page, typeset));
  };
}

function replace(node: Nodes, nodes: ReadonlyMap<RootContent, readonly RootContent[]>): void {
  if (!('children' in node)) return;
  const kept: RootContent[] = node.children.flatMap((child) => {
    const made = nodes.get(child);
    if (made === undefined) replace(child, nodes);
    return made ?? [child];
  });
  Object.assign(node, { children: kept });
}
