import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Compiled, compile } from '../../src/compile.ts';
import type { Network } from '../../src/network/network.ts';
import { standardNotation } from '../../src/network/notation.ts';

/** A `network` block of a Markdown text, with what it makes. */
export interface Block {
  readonly name: string;
  readonly text: string;
  readonly compiled: Compiled;
}

/** The blocks of a page in their order, later ones knowing the networks and the notation of earlier ones. */
export function blocksOf(markdown: string): readonly Block[] {
  const networks = new Map<string, Network>();
  let notation = standardNotation;
  return [...markdown.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)].map(
    ([, name = '', text = '']) => {
      const compiled = compile(text, { networks, notation, ...(name !== '' && { name }) });
      notation = compiled.notation ?? notation;
      if (name !== '' && compiled.network !== undefined) networks.set(name, compiled.network);
      return { name, text, compiled };
    },
  );
}

/** The Markdown files of a content folder, by name. */
export function pages(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((file) => /\.mdx?$/.test(file))
    .sort()
    .map(
      (file) => [file.replace(/\.mdx?$/, ''), readFileSync(join(folder, file), 'utf8')] as const,
    );
}
