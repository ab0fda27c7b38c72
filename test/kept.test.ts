import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../src/compile.ts';
import type { Network } from '../src/network/network.ts';
import { pages } from './support/blocks.ts';

interface Block {
  readonly name: string;
  readonly text: string;
}

const posts = pages('content/posts').map(([file, text]) => {
  const found = [...text.matchAll(/^```network *(\S+)\n([\s\S]*?)^```$/gm)];
  return [file, found.map(([, name = '', body = '']): Block => ({ name, text: body }))] as const;
});

/** What is kept of a network for the blocks behind must change nothing of what they make. */
describe.each(posts.filter(([, blocks]) => blocks.length > 0))('the blocks of %s', (_, blocks) => {
  const networksOf = (): ReadonlyMap<string, Network> => {
    const networks = new Map<string, Network>();
    for (const { name, text } of blocks) {
      const { network } = compile(text, { name, networks });
      if (network !== undefined && !networks.has(name)) networks.set(name, network);
    }
    return networks;
  };
  const later = blocks.filter(
    ({ name }, place) => blocks.findIndex((block) => block.name === name) < place,
  );
  const made = (block: Block, networks: ReadonlyMap<string, Network>): Compiled['parts'] =>
    compile(block.text, { name: block.name, networks }).parts;

  it('make the same alone, behind one another, and the other way round', () => {
    const alone = later.map((block) => made(block, networksOf()));
    const shared = networksOf();
    expect(later.map((block) => made(block, shared))).toEqual(alone);
    const others = networksOf();
    expect(later.toReversed().map((block) => made(block, others))).toEqual(alone.toReversed());
    expect(alone.flat().length).toBeGreaterThan(0);
  });
});
