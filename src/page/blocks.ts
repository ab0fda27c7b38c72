import { certain } from '../certain.ts';
import { compile } from '../compile.ts';
import type { Part } from '../figure.ts';
import { linkCount, roomFor } from '../network/links.ts';
import type { Network } from '../network/network.ts';
import { type Notation, standardNotation } from '../network/notation.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Block } from './piece.ts';
import type { Locate } from './place.ts';
import { type Problem, problemAt } from './problem.ts';

export type { Notation };

/** What a block of a page makes. Where something is wrong it makes no parts. */
export interface Made {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** The name that it has or goes on with, and the network that it describes where nothing is wrong. */
  readonly name?: string;
  readonly network?: Network;
  /** The block above that is wrong, so that this one can't be made: said there, and no problem here. */
  readonly waitsFor?: string;
  /** The labels that it would have had: references to them are no mistakes of their own. */
  readonly lost: readonly string[];
}

/** What holds for all blocks of a page. */
export interface Settings {
  /** How they are written where they do not say; absent: in the standard notation. */
  readonly notation?: Notation | undefined;
  /** Whether the terms of equations are linked to the figures of their network. */
  readonly linked?: boolean;
}

/**
 * Compiles the blocks of a page in their order, later ones knowing the networks that earlier ones name, and the
 * notation that they set.
 */
export function compileBlocks(
  blocks: readonly Block[],
  { notation = standardNotation, linked = false }: Settings = {},
): readonly Made[] {
  const networks = new Map<string, Network>();
  let around = notation;
  const firstLinks = new Map<string, number>();
  let nextLink = 0;
  const broken = new Set<string>();
  return blocks.map((block) => {
    const { text, info, locate, locateInfo } = block;
    const name = isName(info) ? info : undefined;
    if (name !== undefined && broken.has(name))
      return { name, parts: [], problems: [], waitsFor: name, lost: labelsIn(text) };

    const firstLink = linked ? (firstLinks.get(name ?? '') ?? nextLink) : undefined;
    const compiled = compile(text, {
      networks,
      notation: around,
      firstLink,
      ...(name !== undefined && { name }),
    });
    const { network, parts, diagnostics } = compiled;
    around = compiled.notation ?? around;
    if (network !== undefined && firstLink === nextLink) {
      if (name !== undefined) firstLinks.set(name, firstLink);
      if (roomFor(network, firstLink) !== undefined) nextLink += linkCount(network);
    }
    if (name !== undefined && network !== undefined) networks.set(name, network);
    else if (name !== undefined && !networks.has(name)) broken.add(name);
    const odd = name === undefined && info !== '' ? [oddName(info, locateInfo)] : [];
    const known = [...networks.keys()];
    const problems = diagnostics.map((diagnostic) =>
      diagnostic.code === 'no-network' && name !== undefined && known.length > 0
        ? unknownName(name, known, locateInfo)
        : problemAt(diagnostic, locate),
    );
    const wrong = [...odd, ...problems];
    const own = { ...(name && { name }), ...(network && { network }) };
    return wrong.length > 0
      ? { ...own, parts: [], problems: wrong, lost: labelsIn(text) }
      : { ...own, parts, problems: [], lost: [] };
  });
}

/**
 * The notation that a plugin's option names.
 *
 * @throws {Error} where there is no such notation
 */
export function notationNamed(option: string): Notation {
  const { notation, diagnostics } = compile(`notation ${option}`);
  const [mistake] = diagnostics;
  if (mistake === undefined && notation !== undefined) return notation;
  const reason =
    mistake === undefined ? 'That is no notation.' : `${mistake.message} ${mistake.hint}`;
  throw new Error(`remark-network, option notation “${option}”: ${reason}`);
}

const isName = (word: string): boolean => /^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(word);

const labelsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\blabel +([\w.:-]+)/g)].map((match) => certain(match[1]));

function oddName(name: string, locate: Locate): Problem {
  const message = `“${name}” can't be the name of a network.`;
  const hint =
    'A name is one word of letters, digits and hyphens that begins with a letter: ```network multi.';
  return problemAt(
    { code: 'odd-name', message, hint, span: { start: 0, end: name.length } },
    locate,
  );
}

function unknownName(name: string, known: readonly string[], locate: Locate): Problem {
  const message = `No block above describes a network called “${name}”.`;
  const hint = `Begin with a chain such as x[2] -> h[2] -> y[2], or write a name from above: ${known.slice(0, 12).join(', ')}.`;
  const span = { start: 0, end: name.length };
  const expected = nearest(name, known);
  return problemAt({ code: 'unknown-network', message, hint, expected, span }, locate);
}
