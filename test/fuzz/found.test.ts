import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';

/** What the fuzzer found once, and must not find again. */
describe.each(['-1024', '-4294967296', '-9007199254740992', '745', '1e15', '-1e150', '1e300'])(
  'with a weight of %s',
  (weight) => {
    const block = (activation: string, loss: string, rate: string): string =>
      [
        'x[1] -> h[1] -> y[1]',
        `activation ${activation}`,
        `loss ${loss}`,
        'x = 1',
        't = 0',
        'w^1_{11} = 0.5',
        `w^2_{11} = ${weight}`,
        rate,
        'derive w^2_{11} as numbers',
        'derive as table, unnumbered',
      ].join('\n');

    it.each([
      ['sigmoid', 'squared'],
      ['tanh', 'squared'],
      ['softplus', 'squared'],
      ['gelu', 'squared'],
      ['gelu-tanh', 'squared'],
      ['leaky-relu 0.1', 'squared, decay 0.1'],
      ['tanh, y: sigmoid', 'binary-cross-entropy'],
    ])('%s and %s give a derivation in numbers, or none that can be told', (activation, loss) => {
      for (const rate of ['', 'rate 0.1']) {
        const { parts, diagnostics } = compile(block(activation, loss, rate));
        expect(diagnostics.map(({ code }) => code)).toEqual(
          parts.length === 2 ? [] : diagnostics.map(() => 'value-too-large'),
        );
        expect(parts.length + diagnostics.length).toBeGreaterThan(0);
        expect(JSON.stringify(parts)).not.toMatch(/NaN|Infinity/);
      }
    });

    it('a sigmoid saturates, and its derivation in numbers stands', () => {
      const { parts, diagnostics } = compile(block('sigmoid', 'squared', ''));
      expect(diagnostics).toEqual([]);
      expect(parts.length).toBe(2);
    });
  },
);
