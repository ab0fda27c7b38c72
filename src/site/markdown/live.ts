import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hasClass } from './has-class.ts';

/**
 * Says in the front matter what of a page a script is for: as `live`, a figure that can be touched, as `walks`, a
 * derivation that is walked through, as `refers`, references that can be previewed. A page has no script but these.
 */
export default function rehypeLive() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = (file.data as { astro?: { frontmatter?: object } }).astro ?? {};
    if (frontmatter === undefined) return;
    visit(tree, 'element', (node) => {
      if (node.tagName === 'network-figure') Object.assign(frontmatter, { live: true });
      if (hasClass(node, 'network-reference')) Object.assign(frontmatter, { refers: true });
      if (hasClass(node, 'network-walk')) Object.assign(frontmatter, { walks: true });
    });
  };
}
