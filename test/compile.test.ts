import { describe, expect, it, vi } from 'vitest';
import { compile } from '../src/compile.ts';

vi.mock('../src/calculus/prove.ts', () => ({
  prove: () => {
    throw new Error('A derivation of ours is wrong.');
  },
}));

describe('a mistake of ours', () => {
  it('brings the block along that it takes to see it again', () => {
    const block = 'x[1] -> h[1] -> y[1]\nderive w^1_{11}\n';
    expect(() => compile(block, { name: 'multi', networks: new Map() })).toThrow(
      `A derivation of ours is wrong.\n\n\`\`\`network multi\n${block}\`\`\``,
    );
    expect(() => compile(block)).toThrow(`\n\n\`\`\`network\n${block}\`\`\``);
  });
});
