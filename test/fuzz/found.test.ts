import { expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

/** What the fuzzer found once, and must not find again. */
it('a sigmoid that saturates so far that its exponential overflows still has a derivation in numbers', () => {
  const { parts, diagnostics } = compile(
    [
      'x[1] -> h[1] -> y[1]',
      'activation sigmoid',
      'x = 1',
      't = 0',
      'w^1_{11} = 0.5',
      'w^2_{11} = -1024',
      'rate 0.1',
      'derive w^2_{11} as numbers',
      'derive as table, unnumbered',
    ].join('\n'),
  );
  expect(diagnostics).toEqual([]);
  expect(parts.length).toBe(2);
});
