import type { Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Says in the front matter, as `live`, whether a page has a figure that can be touched: only then it needs a script. */
export default function rehypeLive() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = (file.data as { astro?: { frontmatter?: object } }).astro ?? {};
    visit(tree, 'element', ({ tagName }) => {
      if (tagName !== 'network-figure') return undefined;
      if (frontmatter !== undefined) Object.assign(frontmatter, { live: true });
      return EXIT;
    });
  };
}
