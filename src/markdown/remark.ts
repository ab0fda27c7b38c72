import type { Code, Parent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { compile } from '../compile.ts';
import type { Part } from '../figure.ts';
import type { Network } from '../network/network.ts';
import { type Item, type Numbered, numberItems } from '../page/number.ts';
import type { Locate } from '../page/place.ts';
import { explain, frame, type Problem, problemAt } from '../page/problem.ts';
import { concerns, formulaTex } from '../page/tex.ts';
import { blockName } from './info.ts';
import { displayNode, equationNodes, errorNode, figureNode, type MathNode } from './nodes.ts';
import { locateIn, resolveReferences } from './references.ts';

export interface Options {
  /**
   * What a mistake does. By default it stops the build, with every mistake of the file. Lenient, a wrong block shows
   * its error and its text in place, and the rest of the page stands.
   */
  readonly lenient?: boolean;
}

/** A node that the page has something to do with: a block, or one of the author's displayed formulas. */
type Found = { readonly parent: Parent; readonly locate: Locate } & (
  | {
      readonly kind: 'block';
      readonly node: Code;
      readonly parts: readonly Part[];
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'formula'; readonly node: MathNode }
);

/**
 * The remark plugin: turns fenced `network` blocks into figures and equations, and gives numbers to the equations and
 * figures of the page and targets to its references. Listed before or after remark-math; leaves the typesetting to
 * rehype-katex or rehype-mathjax.
 *
 * @throws {VFileMessage} for the mistakes of the author, unless `lenient`
 */
export default function remarkNetwork({
  lenient = false,
}: Options = {}): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    const found = findNodes(tree, source);
    const numbering = numberItems(found.flatMap(itemsOf));
    let place = 0;
    for (const each of found) {
      const count = each.kind === 'block' ? each.parts.length : 1;
      put(each, numbering.items.slice(place, place + count), source, file);
      place += count;
    }
    const lost = new Set(
      found.flatMap((each) =>
        each.kind === 'block' && each.parts.length === 0 ? labelsIn(each.node.value) : [],
      ),
    );
    const references = resolveReferences(tree, source, numbering, lost);
    const inBlocks = found.flatMap((each) => (each.kind === 'block' ? each.problems : []));
    const problems = [...inBlocks, ...numbering.problems, ...references].sort(
      (a, b) => a.start.offset - b.start.offset,
    );
    for (const problem of problems) note(problem, file);
    if (problems.length > 0 && !lenient) throw failure(problems, source, file);
  };
}

function findNodes(tree: Root, source: string): readonly Found[] {
  const found: Found[] = [];
  const networks = new Map<string, Network>();
  const broken = new Set<string>();
  visit(tree, (node, _, parent) => {
    if (parent === undefined) return;
    const math = node as unknown as MathNode;
    if (node.type === 'code' && node.lang === 'network') {
      const locate = locateIn(source, node);
      found.push({ kind: 'block', node, parent: parent as Parent, locate, ...block(node, locate) });
    }
    if (math.type === 'math' && concerns(math.value)) {
      found.push({
        kind: 'formula',
        node: math,
        parent: parent as Parent,
        locate: locateIn(source, math),
      });
    }
  });
  return found;

  function block(
    node: Code,
    locate: Locate,
  ): { parts: readonly Part[]; problems: readonly Problem[] } {
    const { name, problems } = blockName(node, source);
    // What is wrong above need not be said again below.
    if (name !== undefined && broken.has(name)) return { parts: [], problems };
    const { network, parts, diagnostics } = compile(node.value, {
      networks,
      ...(name !== undefined && { name }),
    });
    if (name !== undefined && network !== undefined) networks.set(name, network);
    if (name !== undefined && network === undefined) broken.add(name);
    return {
      parts,
      problems: [...problems, ...diagnostics.map((diagnostic) => problemAt(diagnostic, locate))],
    };
  }
}

function itemsOf(each: Found): readonly Item[] {
  const { locate } = each;
  return each.kind === 'formula'
    ? [{ kind: 'formula', tex: each.node.value, locate }]
    : each.parts.map((part) => ({ kind: 'part', part, locate }));
}

/** What was found gives way to what it makes. */
function put(each: Found, numbered: readonly Numbered[], source: string, file: VFile): void {
  const index = each.parent.children.indexOf(each.node as unknown as RootContent);
  each.parent.children.splice(
    index,
    1,
    ...(made(each, numbered, source, file).map((node) => ({
      ...node,
      position: each.node.position,
    })) as RootContent[]),
  );
}

function made(
  each: Found,
  numbered: readonly Numbered[],
  source: string,
  file: VFile,
): readonly RootContent[] {
  if (each.kind === 'formula') {
    const [own] = numbered;
    return own === undefined ? [] : [displayNode(formulaTex(each.node.value, own), own)];
  }
  if (each.problems.length > 0)
    return [errorNode(explain(each.problems, source, pathOf(file)), each.node.value)];
  return each.parts.flatMap((part, place) => {
    const own = numbered[place] ?? { rows: new Map() };
    return part.kind === 'picture' ? [figureNode(part, own)] : equationNodes(part, own);
  });
}

/** The labels that a wrong block would have had: references to them are no mistakes of their own. */
const labelsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\blabel +([\w.:-]+)/g)].map((match) => match[1] ?? '');

/** For language servers and reporters. */
function note(problem: Problem, file: VFile): void {
  const { start, end, code, hint, expected } = problem;
  const message = file.message(problem.message, {
    place: { start, end },
    source: 'remark-network',
    ruleId: code,
  });
  if (hint !== undefined) message.note = hint;
  if (expected !== undefined) message.expected = [...expected];
}

/** One error with all problems of the file; `loc` and `frame` are what Astro's and Vite's overlays read. */
function failure(problems: readonly Problem[], source: string, file: VFile): VFileMessage {
  const [first] = problems;
  const message = new VFileMessage(`\n${explain(problems, source, pathOf(file))}`, {
    ...(first && { place: { start: first.start, end: first.end }, ruleId: first.code }),
    source: 'remark-network',
  });
  const loc = first && { file: file.path, line: first.start.line, column: first.start.column };
  return Object.assign(message, {
    fatal: true,
    file: file.path,
    loc,
    frame: first && frame(first, source),
  });
}

const pathOf = (file: VFile): string => file.path ?? 'text';
