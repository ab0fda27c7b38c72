import type { Code, Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { compileBlocks, type Made, type Notation, notationNamed } from '../page/blocks.ts';
import { type Item, type Numbered, numberItems } from '../page/number.ts';
import { type Locate, type Source, sourceOf } from '../page/place.ts';
import { byPlace, explain, type Problem } from '../page/problem.ts';
import { concerns, formulaTex } from '../page/tex.ts';
import { failure, note } from './failure.ts';
import { displayNode, equationNodes, errorNode, figureNode, type MathNode } from './nodes.ts';
import { locateIn, locateInfo } from './place.ts';
import { resolveReferences } from './references.ts';

export interface Options {
  /**
   * What a mistake does. By default it stops the build, with every mistake of the file. Lenient, a wrong block shows
   * its error and its text in place, and the rest of the page stands.
   */
  readonly lenient?: boolean;
  /** How all pages are written, in the words of a block's `notation`: `nielsen`, or `goodfellow, loss L`. */
  readonly notation?: string;
}

/** A node that the page has something to do with: a block, with what it makes, or a displayed formula of the author. */
type Found = { readonly parent: Parent; readonly locate: Locate } & (
  | { readonly node: Code; readonly made: Made }
  | { readonly node: MathNode; readonly made?: never }
);

/**
 * The remark plugin: turns fenced `network` blocks into figures and equations, and gives numbers to the equations and
 * figures of the page and targets to its references. Listed before or after remark-math; leaves the typesetting to
 * rehype-katex or rehype-mathjax.
 *
 * @throws {Error} for a notation that there is not
 * @throws {VFileMessage} for the mistakes of the author, unless `lenient`
 */
export default function remarkNetwork({
  lenient = false,
  notation,
}: Options = {}): (tree: Root, file: VFile) => void {
  const around = notation === undefined ? undefined : notationNamed(notation);
  return (tree, file) => {
    const source = sourceOf(String(file));
    const found = findNodes(tree, source, around);
    const items = found.map(itemsOf);
    const numbering = numberItems(items.flat());
    const lost = new Set(found.flatMap(({ made }) => made?.lost ?? []));
    const references = resolveReferences(tree, source, { targets: numbering.targets, lost });

    const problems = [
      ...found.flatMap(({ made }) => made?.problems ?? []),
      ...numbering.items.flatMap((item) => item.problems),
      ...[...references.values()].flat(),
    ].sort(byPlace);
    for (const problem of problems) note(problem, file);
    if (problems.length > 0 && !lenient) throw failure(problems, source, file);

    const nodes = new Map<unknown, readonly RootContent[]>();
    let place = 0;
    for (const [which, each] of found.entries()) {
      const numbered = numbering.items.slice(place, place + (items[which]?.length ?? 0));
      place += numbered.length;
      const wrong = [
        ...(each.made?.problems ?? []),
        ...numbered.flatMap((item) => item.problems),
        ...(references.get(each.node) ?? []),
      ];
      const error = errorOf(each, wrong, source, file);
      const made = [...nodesOf(each, numbered), ...error];
      nodes.set(
        each.node,
        made.map((node) => Object.assign(node, { position: each.node.position })),
      );
    }
    for (const parent of new Set(found.map((each) => each.parent)))
      parent.children = parent.children.flatMap((child) => nodes.get(child) ?? [child]);
  };
}

function findNodes(tree: Root, source: Source, notation: Notation | undefined): readonly Found[] {
  const found: { node: Code | MathNode; parent: Parent; locate: Locate }[] = [];
  visit(tree, (node, _, parent) => {
    if (parent === undefined) return;
    const math = node as unknown as MathNode;
    const isFormula = math.type === 'math' && concerns(math.value);
    const ours = node.type === 'code' && node.lang === 'network' ? node : isFormula && math;
    if (ours) found.push({ node: ours, parent, locate: locateIn(source, ours) });
  });
  const blocks = found.flatMap(({ node, locate }) => {
    if (node.type !== 'code') return [];
    const info = node.meta?.trim() ?? '';
    return [{ text: node.value, locate, info, locateInfo: locateInfo(source, node, info) }];
  });
  const made = compileBlocks(blocks, notation).values();
  return found.map(({ node, ...rest }) =>
    node.type === 'code' ? { ...rest, node, made: made.next().value as Made } : { ...rest, node },
  );
}

const itemsOf = ({ node, made, locate }: Found): readonly Item[] =>
  made === undefined
    ? [{ kind: 'formula', tex: node.value, locate }]
    : made.parts.map((part) => ({ kind: 'part', part, locate }));

/** What stands in the place of a node. */
function nodesOf({ node, made }: Found, numbered: readonly Numbered[]): readonly RootContent[] {
  return numbered.flatMap((own, place) => {
    const part = made?.parts[place];
    if (part === undefined) return [displayNode(formulaTex(node.value, own), own)];
    return part.kind === 'picture' ? [figureNode(part, own)] : equationNodes(part, own);
  });
}

/** Lenient, what is wrong is told in place. */
function errorOf(
  { node, made }: Found,
  problems: readonly Problem[],
  source: Source,
  file: VFile,
): readonly RootContent[] {
  // No folder: where the page was built is nobody's business.
  if (problems.length > 0)
    return [
      errorNode(explain([...problems].sort(byPlace), source, file.basename ?? 'text'), node.value),
    ];
  if (made?.waitsFor === undefined) return [];
  return [errorNode(`The network “${made.waitsFor}” is wrong above.`, node.value)];
}
