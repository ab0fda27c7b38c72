import type { Parents, RootContent } from 'mdast';
import { certain } from '../certain.ts';
import type { Page } from '../page/page.ts';
import type { Marking, Piece } from '../page/piece.ts';
import { placeAt, type Source } from '../page/place.ts';
import { asIs } from './elements.ts';
import { contentNode, type MathNode } from './nodes.ts';
import { locateIn, locateInfo } from './place.ts';
import type { Typeset } from './typeset.ts';

/** A piece, the node that it is, and the node behind it. */
export interface Found {
  readonly piece: Piece;
  readonly node: RootContent;
  readonly next: RootContent | undefined;
}

/** The pieces of an mdast tree in their order. Reads only: some hosts freeze their trees. */
export function findPieces(tree: Parents, source: Source): readonly Found[] {
  const found: Found[] = [];
  walk(tree, false);
  return found;

  function walk(parent: Parents, linked: boolean): void {
    for (const [index, node] of parent.children.entries()) {
      const next = parent.children[index + 1];
      const piece = pieceOf(node, next, linked, source);
      if (piece !== undefined) found.push({ piece, node, next });
      else if ('children' in node) walk(node, linked || links.has(node.type));
    }
  }
}

/** Nodes that become links, so that nothing in them can be another. */
const links: ReadonlySet<string> = new Set(['link', 'linkReference']);

function pieceOf(
  node: RootContent | MathNode,
  next: RootContent | undefined,
  linked: boolean,
  source: Source,
): Piece | undefined {
  const locate = () => locateIn(source, node as MathNode);
  switch (node.type) {
    case 'code': {
      if (node.lang !== 'network') return undefined;
      const info = node.meta?.trim() ?? '';
      const { value: text } = node;
      return {
        kind: 'block',
        text,
        locate: locate(),
        info,
        locateInfo: locateInfo(source, node, info),
      };
    }
    case 'math':
    case 'inlineMath': {
      const kind = node.type === 'math' ? 'display' : 'inline';
      const marking = markingOf(node as MathNode, source);
      return { kind, tex: node.value, locate: locate(), linked, ...(marking && { marking }) };
    }
    case 'text': {
      const braces = expression(next);
      const given = braces === undefined ? {} : { braces };
      return { kind: 'text', text: node.value, ...given, locate: locate(), linked };
    }
    case 'link': {
      if (node.children.length > 0) return undefined;
      const place = placeAt(source, node.position?.start.offset ?? 0);
      return { kind: 'link', address: node.url, place };
    }
    default:
      return undefined;
  }
}

/** The words behind the dollars of a displayed formula. */
function markingOf(node: MathNode, source: Source): Marking | undefined {
  const text = node.meta?.trim() ?? '';
  if (text === '') return undefined;
  return { text, locate: locateInfo(source, node, text), inside: false };
}

/**
 * The nodes that take the place of those that were found; the others stay.
 *
 * @param isRaw whether the host takes HTML as it is for what stands in a block of its own; in the running text a
 *   formula may be part of a heading, whose words others read
 */
export function replacements(
  found: readonly Found[],
  { outcomes }: Page,
  typeset?: Typeset,
  isRaw = false,
): ReadonlyMap<RootContent, readonly RootContent[]> {
  const nodes = new Map<RootContent, readonly RootContent[]>();
  for (const [index, { piece, node, next }] of found.entries()) {
    const outcome = certain(outcomes[index]);
    const contents = outcome.contents ?? (typeset && asIs(piece));
    if (contents === undefined) continue;
    const { position } = node;
    const isBlock = piece.kind === 'block' || piece.kind === 'display';
    const setting = { typeset, isRaw: isRaw && isBlock };
    const made = contents.map((content) => contentNode(content, setting));
    nodes.set(node, position === undefined ? made : made.map((each) => ({ ...each, position })));
    if (outcome.tookBraces) nodes.set(certain(next), []);
  }
  return nodes;
}

/** The text of an MDX expression. */
function expression(node: unknown): string | undefined {
  const next = node as { type?: string; value?: string } | undefined;
  return next?.type === 'mdxTextExpression' ? next.value : undefined;
}
