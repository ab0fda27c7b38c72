import type { Diagnostic } from './diagnostic.ts';
import type { Part } from './figure.ts';
import type { Network } from './network/network.ts';

/** What a block's surroundings know: the networks named so far on its page, and the name it bears. */
export interface Context {
  readonly name?: string;
  readonly networks: ReadonlyMap<string, Network>;
}

export interface Compiled {
  /** The network of the block, for the blocks that come after; absent when the block is wrong. */
  readonly network?: Network;
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

export declare function compile(text: string, context?: Context): Compiled;
