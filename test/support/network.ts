import type { Network } from '../../src/network/network.ts';
import { resolve } from '../../src/network/resolve.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The network that a block describes; the test fails where it has a mistake. */
export function networkOf(block: string): Network {
  const parsed = parse(block);
  const { network, diagnostics } = resolve(parsed.document);
  const all = [...parsed.diagnostics, ...diagnostics];
  if (network === undefined || all.length > 0)
    throw new Error(`${block}\n${JSON.stringify(all, null, 2)}`);
  return network;
}
