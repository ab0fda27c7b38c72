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
    expect(found.get('power-rule')).toContain('that makes $\\frac{2}{3}$');
  });

  it.each([
    [
      'x[1] -> h[1] -> y[1]\nderive y_1 by x_1, reasons below, lines 1',
      'along each path to $y_1$ the derivatives multiply, and what comes along several paths adds up',
    ],
    [
      'x[2] -> y[2]\nactivation softmax\nderive w_{11} as index, reasons below, lines 1',
      'along each path to $y_m$ the derivatives multiply, and what comes along several paths adds up',
    ],
    [
      'x[1] -> h[2] -> y\nactivation h: softmax\nderive w^1_{11} as delta, reasons below, lines 2',
      'the error terms of the units that $h_1$ leads to, carried back over the weights',
    ],
    [
      'x -> y : w\nloss squared, decay 1\nderive w as delta, reasons below, lines 3',
      'of all the squares, only that of $w$ changes with it; the 2 cancels the $\\tfrac12$',
    ],
    [
      'x -> y : w\nbias y: b\nloss squared, decay 1\nderive b as delta, reasons below, lines 3',
      'there is no square of $b$ in it, so its derivative is 0',
    ],
  ])('speaks of what its line is about: %j', (block, sentence) => {
    expect([...reasons(block).values()]).toEqual([sentence]);
  });

  it('keeps a condition in mind that an earlier line brought in', () => {
    const found = reasons(
      'x[2] -> y[2]\nactivation softmax\nloss cross-entropy, decay 0.1\nderive w_{11} reasons below',
    );
    expect(found.get('targets-sum-to-one')).toBe('the targets sum to 1, as those of classes do');
    expect(found.get('insert')).toBe('as derived above, which holds where the targets sum to 1');
  });

  it('does so in the notation of the block', () => {
    const found = reasons('x[2] -> h[2] -> y[2]\nnotation ng\nderive w^1_{11}');
    expect(found.get('define')).toBe(
      '$\\mathrm{d}w_{11}^{[1]}$ is short for $\\frac{\\partial J}{\\partial w_{11}^{[1]}}$',
    );
    expect(found.get('insert-loss')).toBe('$J$ is written out');
    expect(found.get('factor-out')).toBe('$x_1$ is in every term, so it is written once');
    expect(found.get('chain-rule')).toBe(
      'along each path to $a_1^{[2]}$ or $a_2^{[2]}$ the derivatives multiply, and what comes along several paths adds up',
    );
  });

  it('says of an error term where it comes from', () => {
    const block = 'x[2] -> h[2] -> y[1]\nactivation sigmoid\nbias b^l_j\n';
    const last = (by: string): string | undefined =>
      reasons(`${block}derive ${by} as delta`).get('error-term');
    expect(last('w^1_{11}')).toBe(
      'the value that $w_{11}^1$ multiplies, times the error term of the unit that it leads to',
    );
    expect(last('b^1_1')).toBe(
      '$b_1^1$ is added as it is, so its gradient is the error term of what it is added to',
    );
    expect(last('h_1')).toBe(
      'the error terms of the units that $h_1$ leads to, carried back over the weights',
    );
    const one = (by: string, form: string): readonly string[] => {
      const { parts } = compile(`${block}derive ${by} as ${form}`);
      return parts.flatMap((part) =>
        part.kind === 'equation' ? part.rows.map(({ reason }) => reason.sentence) : [],
      );
    };
    const back =
      'the error terms of the units that a unit leads to, carried back over the weights, times the slope of the activation';
    for (const form of ['index', 'matrix']) {
      const sentences = one('w^1_{11}', form);
      expect(sentences).toContain(
        'how the loss changes with the output, times the slope of the activation',
      );
      expect(sentences).toContain(back);
      expect(sentences.at(-1)).toBe(
        'the value that a weight multiplies, times the error term of the unit that it leads to',
      );
    }
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

describe('a condition', () => {
  it('is said once where it comes in, and again where a line only holds under it', () => {
    const block = 'x[2] -> y[2]\nactivation softmax\nloss cross-entropy, decay 0.1\n';
    const found = reasons(`${block}derive w_{11} as delta`);
    expect(found.get('targets-sum-to-one')).toBe('the targets sum to 1, as those of classes do');
    expect(found.get('decay')).not.toContain('targets');
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
