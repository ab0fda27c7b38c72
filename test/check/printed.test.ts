import { describe, expect, it } from 'vitest';
import { check, checkerOf } from '../../src/check/check.ts';
import { equationTex } from '../../src/page/tex.ts';
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
