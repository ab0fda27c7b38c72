import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { check, checkerOf } from '../../src/check/check.ts';
import { compile } from '../../src/compile.ts';
import { equationTex } from '../../src/page/tex.ts';
import { composedBlock } from '../fuzz/compose.ts';
import { blocksOf, pages } from '../support/blocks.ts';

/** Whatever we print ourselves, with its environments, numbers and reasons, is read back and found true. */
describe.each([...pages('content/examples'), ...pages('content/posts'), ...pages('content/docs')])(
  '%s',
  (_, markdown) => {
    it('has derivations that a check finds true', () => {
      for (const { compiled } of blocksOf(markdown)) {
        const equations = compiled.parts
          .filter((part) => part.kind === 'equation')
          .map((part) => equationTex(part, '1'));
        // Rounded numbers are equal to nothing exactly, and a check says of matrices that it can't read them.
        const exact = equations.filter((tex) => !/\\approx|\\top/.test(tex));
        if (compiled.network === undefined || exact.length === 0) continue;
        const checker = checkerOf(compiled.network);
        for (const tex of exact) expect(check(tex, checker), tex).toEqual([]);
      }
    });
  },
);

it('and so is what blocks of all kinds print, but for what a check says it can’t read', () => {
  const random = randomSource(20261128);
  let read = 0;
  for (let made = 0; made < 600; made++) {
    // Matrices and numbers are no formulas for all values.
    const lines = composedBlock(random).split('\n');
    const block = lines.filter((line) => !/ = |^rate| as matrix/.test(line)).join('\n');
    const { network, parts, diagnostics } = compile(block);
    if (network === undefined || diagnostics.length > 0) continue;
    const checker = checkerOf(network);
    for (const part of parts) {
      if (part.kind !== 'equation') continue;
      const tex = equationTex(part, '1');
      const problems = check(tex, checker).map(({ code }) => code);
      if (!/\\top|\\odot|\\cdots|j_\{?\d/.test(tex) && !problems.includes('long-formula')) {
        expect(problems, `${block}\n${tex}`).toEqual([]);
        read++;
      }
    }
  }
  expect(read).toBeGreaterThan(200);
});
