import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { languages } from '../../src/latex/language.ts';
import { blocksOf, pages } from '../support/blocks.ts';

/** The reasons of a block's lines by the rule that made them. */
function reasons(block: string): ReadonlyMap<string, string> {
  const { parts, diagnostics } = compile(block);
  expect(diagnostics).toEqual([]);
  const rows = parts.flatMap((part) => (part.kind === 'equation' ? part.rows : []));
  return new Map(rows.map(({ rule, reason }) => [rule, reason.sentence]));
}

describe('a reason', () => {
  it('speaks of the network’s own symbols', () => {
    const found = reasons('x[1] -> y[3]\nloss mean-squared\nderive w_{21} reasons below');
    expect(found.get('no-path')).toBe(
      '$w_{21}$ has no path to $y_1$ and $y_3$, so their derivatives are 0',
    );
    expect(found.get('constant')).toBe(
      '$t_1$, $t_2$ and $t_3$ are given, so their derivatives are 0',
    );
    expect(found.get('power-rule')).toContain('together $\\frac{2}{3}$ stands before');
  });

  it('does so in the notation of the block', () => {
    const found = reasons('x[2] -> h[2] -> y[2]\nnotation ng\nderive w^1_{11}');
    expect(found.get('define')).toBe(
      '$\\mathrm{d}w_{11}^{[1]}$ is short for $\\frac{\\partial J}{\\partial w_{11}^{[1]}}$',
    );
    expect(found.get('insert-loss')).toBe('$J$ is written out');
    expect(found.get('factor-out')).toBe('$x_1$ is in every term, so it is written once');
    expect(found.get('chain-rule')).toBe(
      'along a path to $a_1^{[2]}$ or $a_2^{[2]}$ the derivatives multiply, and paths add up',
    );
  });

  it('says of an error term where it comes from', () => {
    const block = 'x[2] -> h[2] -> y[1]\nactivation sigmoid\nbias b^l_j\n';
    const last = (by: string): string | undefined =>
      reasons(`${block}derive ${by} as delta`).get('error-term');
    expect(last('w^1_{11}')).toBe(
      'what $w_{11}^1$ is multiplied by, times the error term where it arrives',
    );
    expect(last('b^1_1')).toBe('$b_1^1$ is added as it is, so it has the error term of its unit');
    expect(last('h_1')).toBe('the error terms that $h_1$ leads to, carried back over the weights');
  });

  it('has a name and a whole sentence in every block of ours', () => {
    const all = [...pages('content/examples'), ...pages('content/posts')].flatMap(([, page]) =>
      blocksOf(page).flatMap(({ compiled }) => compiled.parts),
    );
    const rows = all.flatMap((part) => (part.kind === 'equation' ? part.rows : []));
    expect(rows.length).toBeGreaterThan(100);
    for (const { rule, reason } of rows) {
      expect(reason.name).toMatch(/^[a-z][a-z ,]+$/);
      expect(reason.sentence, rule).toMatch(/^(?:[^$]|\$[^$]+\$)+$/);
      expect(reason.sentence, rule).not.toMatch(/undefined|^ | {2}|[.\s]$/);
    }
  });
});

describe('languages', () => {
  it('tell their rules apart by name, but for the two names of an error term', () => {
    for (const { rules } of Object.values(languages)) {
      const names = Object.values(rules).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length - 1);
    }
  });
});
