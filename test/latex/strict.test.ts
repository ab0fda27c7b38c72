import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../../src/calculus/point.ts';
import { compile } from '../../src/compile.ts';
import type { Equation } from '../../src/figure.ts';
import { presets } from '../../src/network/notation.ts';
import { equationTex } from '../../src/page/tex.ts';
import { spell } from '../../src/syntax/name.ts';
import { everything } from '../support/everything.ts';
import { networkOf } from '../support/network.ts';
import { randomTraining } from '../support/random-network.ts';

/** What a page shows of an equation, formula by formula. */
const formulas = (equation: Equation): readonly string[] => [
  equationTex(equation, '1'),
  ...equation.rows.map(({ reason }) => `\\text{${reason.name}: ${reason.sentence}}`),
];

const typeset = (tex: string): string =>
  katex.renderToString(tex, { displayMode: true, throwOnError: true, strict: 'error' });

const forms = ['chain', 'paths', 'delta', 'index', 'matrix', 'numbers', 'table'];
/** Why a form may not be had of a network; anything else is a mistake. */
const refusals = /^(?:no-general-indices|no-matrices|value-missing|several-examples)$/;

describe('every equation of random networks, in every form and notation', () => {
  it('is typeset by KaTeX in strict mode, with its reasons', { timeout: 120_000 }, () => {
    const random = randomSource(1978);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const seen = new Map<string, number>();
    for (let count = 0; count < 16; count++) {
      const text = randomTraining(random, everything);
      const { parameters, units } = networkOf(text);
      const values = parameters.map(
        ({ name }) => `${spell(name)} = ${(random() * 4 - 2).toFixed(2)}`,
      );
      const notation = pick([...presets.keys()]);
      const block = `${text}\n${values.join('\n')}\nrate 0.1\nnotation ${notation}\n`;
      for (const form of forms) {
        const by = spell(
          pick(form === 'index' || form === 'table' ? parameters : [...parameters, ...units]).name,
        );
        const asked = `derive ${by} as ${form}, reasons below\nforward\nforward E`;
        const { parts, diagnostics } = compile(block + asked);
        for (const { code } of diagnostics) expect(code, block + asked).toMatch(refusals);
        for (const part of parts) {
          if (part.kind !== 'equation') continue;
          for (const tex of formulas(part)) expect(() => typeset(tex), tex).not.toThrow();
          seen.set(form, (seen.get(form) ?? 0) + part.rows.length);
        }
      }
    }
    for (const form of forms) expect(seen.get(form) ?? 0, form).toBeGreaterThan(20);
  });
});
