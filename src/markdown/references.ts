import type { Link, Parent, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { commands, replaced } from '../page/formula.ts';
import { lookUp, type Numbering, type Target } from '../page/number.ts';
import { type Locate, locator } from '../page/place.ts';
import { type Problem, problemAt } from '../page/problem.ts';
import { inlineMathNode, type MathNode, mathNode } from './nodes.ts';

const inText = /\\(eqref|ref)(?:\{([^{}]*)\}|$)/g;

/**
 * Every `\ref` and `\eqref` of the page, in its text and in its formulas, forward ones included. One that stands
 * alone becomes a link; one inside a formula becomes its number.
 *
 * @param lost labels of blocks that are wrong themselves, about which nothing more is said
 */
export function resolveReferences(
  tree: Root,
  source: string,
  numbering: Numbering,
  lost: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const find = (name: string, at: number, locate: Locate): Target | undefined => {
    const found = lookUp(numbering, name, { start: at, end: at + name.length }, locate);
    if ('number' in found) return found;
    if (!lost.has(name)) problems.push(found);
    return undefined;
  };
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const math = node as unknown as MathNode;
    if (math.type === 'math' || math.type === 'inlineMath') formula(math, index, parent as Parent);
    if (node.type === 'text') return text(node, index, parent as Parent);
    return;
  });
  return problems;

  function formula(node: MathNode, index: number, parent: Parent): void {
    if (node.type === 'inlineMath') problems.push(...inlineLabels(node, source));
    const found = commands(node.value).filter(
      ({ command }) => command === 'ref' || command === 'eqref',
    );
    const [first] = found;
    if (first === undefined) return;
    const locate = locateIn(source, node);
    const alone =
      node.type === 'inlineMath' && node.value.trim().length === first.end - first.start;
    if (alone) {
      const target = find(first.argument, first.argumentStart, locate);
      if (target !== undefined) parent.children[index] = link(target, first.command === 'eqref');
      return;
    }
    const written = replaced(node.value, ({ command, argument, argumentStart }) => {
      if (command !== 'ref' && command !== 'eqref') return undefined;
      const target = find(argument, argumentStart, locate);
      return target && `\\text{${shown(target, command === 'eqref')}}`;
    });
    Object.assign(node, node.type === 'math' ? mathNode(written) : inlineMathNode(written));
  }

  function text(node: Text, index: number, parent: Parent): number | undefined {
    const pieces: PhrasingContent[] = [];
    let at = 0;
    let taken = 1;
    for (const match of node.value.matchAll(inText)) {
      const next = parent.children[index + 1] as unknown as
        | { type?: string; value?: string }
        | undefined;
      // In MDX the braces are an expression of their own, right behind the text.
      const braces =
        match[2] === undefined && next?.type === 'mdxTextExpression' ? next.value : undefined;
      const name = match[2] ?? braces;
      if (name === undefined) continue;
      const start = match.index + match[0].length - (match[2] === undefined ? -1 : name.length + 1);
      const target = find(name.trim(), start, locateIn(source, node));
      if (target === undefined) continue;
      pieces.push(
        { type: 'text', value: node.value.slice(at, match.index) },
        link(target, match[1] === 'eqref'),
      );
      at = match.index + match[0].length;
      if (braces !== undefined) taken = 2;
    }
    if (pieces.length === 0) return undefined;
    pieces.push({ type: 'text', value: node.value.slice(at) });
    const kept = pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
    parent.children.splice(index, taken, ...kept);
    return index + kept.length;
  }
}

/** A formula that runs in the text has no number, so a label in it would lead nowhere. */
function inlineLabels(node: MathNode, source: string): readonly Problem[] {
  return commands(node.value)
    .filter(({ command }) => command === 'label' || command === 'tag')
    .map(({ command, start, end }) => {
      const message = `This formula runs in the text: it can have no \\${command}.`;
      const hint = 'Put the two $$ on lines of their own to display it.';
      return problemAt(
        { code: 'inline-label', message, hint, span: { start, end } },
        locateIn(source, node),
      );
    });
}

const shown = ({ number }: Target, inBrackets: boolean): string =>
  inBrackets ? `(${number})` : number;

function link(target: Target, inBrackets: boolean): Link {
  return {
    type: 'link',
    url: `#${target.id}`,
    children: [{ type: 'text', value: shown(target, inBrackets) }],
    data: {
      hProperties: {
        className: ['network-reference'],
        ariaLabel: `${target.kind === 'figure' ? 'Figure' : 'Equation'} ${target.number}`,
      },
    },
  };
}

/** Where a node's text lies: a fenced formula begins on the line after its fence, any other where its node begins. */
export function locateIn(
  source: string,
  node: { value: string; position?: Text['position'] | undefined },
): Locate {
  const { position } = node;
  if (position === undefined) return () => ({ line: 1, column: 1, offset: 0 });
  const start = position.start.offset ?? 0;
  const fenced = /^[ \t]*(?:\$\$|`{3}|~{3})[^\n]*\n/.test(source.slice(start));
  if (fenced) return locator(source, node.value, position.start.line + 1);
  const inside = source.slice(start, position.end.offset).indexOf(node.value);
  if (inside < 0 || node.value.includes('\n'))
    return locator(source, node.value, position.start.line);
  return (offset) => {
    const column = position.start.column + inside + offset;
    return { line: position.start.line, column, offset: start + inside + offset };
  };
}
