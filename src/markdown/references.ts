import type { Link, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { commands, replaced } from '../page/formula.ts';
import type { Target } from '../page/number.ts';
import { type Locate, placeAt, type Source } from '../page/place.ts';
import { type Problem, problemAt } from '../page/problem.ts';
import {
  leadsHere,
  lookUp,
  lostAddress,
  type ReferenceCommand,
  shown,
  textReferences,
} from '../page/reference.ts';
import { errorCode, inlineMathNode, isMath, type MathNode, referenceNode } from './nodes.ts';
import { locateIn } from './place.ts';

/** What references are resolved against. */
export interface Labels {
  readonly targets: ReadonlyMap<string, Target>;
  /** Labels of blocks that are wrong themselves, about which nothing more is said. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Resolves every `\ref` and `\eqref` of the page in place, in its text and in its formulas, forward ones included.
 * One that stands alone becomes a link; one inside a formula becomes its number; a link without words that leads to
 * an equation or a figure gets its number.
 *
 * @returns the problems by the node that they are in
 */
export function resolveReferences(
  tree: Root,
  source: Source,
  { targets, lost }: Labels,
): ReadonlyMap<unknown, readonly Problem[]> {
  const problems = new Map<unknown, readonly Problem[]>();
  const byAddress = new Map([...targets.values()].reverse().map((each) => [`#${each.id}`, each]));
  walk(tree, false);
  return problems;

  function walk(parent: Parent, linked: boolean): void {
    const kept: RootContent[] = [];
    const { children } = parent;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as RootContent;
      if (isMath(child)) kept.push(formula(child, linked) as RootContent);
      else if (child.type === 'text') {
        const braces = expression(children[index + 1]);
        const found = text(child, braces, linked);
        kept.push(...found.nodes);
        if (found.tookBraces) index++;
      } else {
        if (child.type === 'link' && child.children.length === 0) fill(child);
        else if ('children' in child) walk(child, linked || /^link/.test(child.type));
        kept.push(child);
      }
    }
    parent.children = kept;
  }

  /** Where a name leads; or, noted unless it was lost with its block, what is wrong with it. */
  function find(node: unknown, name: string, at: number, locate: Locate): Target | Problem {
    const found = lookUp(targets, name, { start: at, end: at + name.length }, locate);
    if ('message' in found && !lost.has(name)) note(node, found);
    return found;
  }

  function note(node: unknown, problem: Problem): void {
    problems.set(node, [...(problems.get(node) ?? []), problem]);
  }

  function formula(node: MathNode, linked: boolean): MathNode | PhrasingContent {
    const found = commands(node.value);
    const inline = node.type === 'inlineMath';
    const misplaced = found.find(({ command }) => inline && isLabelling(command));
    if (misplaced !== undefined) {
      const problem = inlineLabel(misplaced, locateIn(source, node));
      note(node, problem);
      return errorCode(node.value, problem.message);
    }
    const references = found.flatMap((each) => {
      const { command, argument, argumentStart } = each;
      if (isLabelling(command)) return [];
      const leads = find(node, argument, argumentStart, locateIn(source, node));
      return [{ ...each, command: command as ReferenceCommand, leads }];
    });
    const [first] = references;
    if (first === undefined) return node;
    const [wrong] = references.flatMap(({ leads }) => ('message' in leads ? [leads.message] : []));
    if (inline && wrong !== undefined) return errorCode(node.value, wrong);
    const alone = inline && node.value.trim().length === first.end - first.start;
    if (alone && 'number' in first.leads) return referenceNode(first.leads, first.command, linked);
    const written = replaced(
      node.value,
      references.map(({ command, start, end, leads }) => {
        const by = 'number' in leads ? shown(leads, command) : '??';
        return { start, end, by: `\\text{${by}}` };
      }),
    );
    return Object.assign(node, inline ? inlineMathNode(written) : { value: written });
  }

  function text(
    node: Text,
    braces: string | undefined,
    linked: boolean,
  ): { nodes: PhrasingContent[]; tookBraces: boolean } {
    const nodes: PhrasingContent[] = [];
    const found = textReferences(node.value, braces);
    const tookBraces = (found.at(-1)?.end ?? 0) > node.value.length;
    let at = 0;
    for (const { command, name, nameStart, start, end } of found) {
      const leads = find(node, name, nameStart, locateIn(source, node));
      nodes.push(
        { type: 'text', value: node.value.slice(at, start) },
        'number' in leads
          ? referenceNode(leads, command, linked)
          : errorCode(`\\${command}{${name}}`, leads.message),
      );
      at = end;
    }
    nodes.push({ type: 'text', value: node.value.slice(at) });
    return { nodes: nodes.filter((each) => each.type !== 'text' || each.value !== ''), tookBraces };
  }

  /** A link without words, `[](#equation-f)`, says the number that it leads to. */
  function fill(node: Link): void {
    const target = byAddress.get(node.url);
    const start = node.position?.start.offset ?? 0;
    if (target !== undefined)
      Object.assign(node, referenceNode(target, target.kind === 'figure' ? 'ref' : 'eqref', false));
    else if (leadsHere(node.url)) {
      const problem = lostAddress(node.url, byAddress.keys(), placeAt(source, start));
      note(node, problem);
      node.children = [errorCode(node.url, problem.message)];
    }
  }
}

const isLabelling = (command: string): boolean => command === 'label' || command === 'tag';

/** The text of an MDX expression. */
function expression(node: unknown): string | undefined {
  const next = node as { type?: string; value?: string } | undefined;
  return next?.type === 'mdxTextExpression' ? next.value : undefined;
}

/** A formula that runs in the text has no number, so a label in it would lead nowhere. */
function inlineLabel(
  { command, start, end }: { command: string; start: number; end: number },
  locate: Locate,
): Problem {
  const message = `This formula runs in the text: it can have no \\${command}.`;
  const hint = 'Put the two $$ on lines of their own to display it.';
  return problemAt({ code: 'inline-label', message, hint, span: { start, end } }, locate);
}
