import type { Root, RootContent } from 'mdast';
import { sourceOf } from '../page/place.ts';
import { failure } from './failure.ts';
import { type Options, setup } from './options.ts';
import { findPieces, replacements } from './tree.ts';

/** What Sätteri gives to a plugin, as far as this one asks for it. */
interface Context {
  readonly source: string;
  readonly sourceFormat?: string;
  readonly fileURL: { readonly pathname: string } | undefined;
  replaceNode(node: RootContent, nodes: RootContent[]): void;
}

export interface SatteriOptions extends Options {
  /**
   * Whether typeset formulas that stand by themselves go on as raw HTML. A site of many formulas is built in little more
   * than half the time, but plugins behind this one find no elements in them, and the page must become HTML, not
   * JavaScript. Without effect in MDX.
   */
  readonly rawFormulas?: boolean;
}

/** A plugin for `mdastPlugins`, as Sätteri has them. */
export interface SatteriPlugin {
  readonly name: string;
  readonly options: { readonly position: true };
  readonly before: (root: Root, context: Context) => void;
}

/**
 * The plugin for Sätteri's `mdastPlugins`, with `features: { math: true }`. Sätteri typesets no formulas by itself:
 * give it `katex`, or list this plugin before one that typesets.
 *
 * @throws {Error} for a notation that there is not; for the mistakes of the author, unless `lenient`
 */
export default function satteriNetwork(options: SatteriOptions = {}): SatteriPlugin {
  const { lenient, typeset, page: pageOf } = setup(options);
  return {
    name: 'remark-network',
    options: { position: true },
    before(root, context) {
      const source = sourceOf(context.source);
      const found = findPieces(root, source);
      const path = context.fileURL === undefined ? 'text' : decodeURI(context.fileURL.pathname);
      const page = pageOf(
        found.map(({ piece }) => piece),
        source,
        path,
      );
      if (page.problems.length > 0 && !lenient) throw failure(page.problems, source, path);
      const isRaw = options.rawFormulas === true && context.sourceFormat === 'markdown';
      for (const [node, nodes] of replacements(found, page, typeset, isRaw))
        context.replaceNode(node, [...nodes]);
    },
  };
}
