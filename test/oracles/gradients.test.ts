import { describe, expect, it } from 'vitest';
import { type Agreement, agreementWithJax, agreementWithMathjs } from './agreement.ts';

function expectAgreement({ networks, gradients, worst, where }: Agreement, count: number): void {
  expect(networks).toBe(count);
  expect(worst, where).toBeLessThan(1e-9);
  for (const form of ['chain', 'paths', 'delta', 'index', 'matrix'] as const)
    expect(gradients.get(form) ?? 0, form).toBeGreaterThan(0);
}

// All 2,000: npm run oracles.
describe('gradients of random networks, over all activations, losses, biases, sharing and skips', () => {
  it('are those of jax-js in float64, to 1e-9', { timeout: 300_000 }, async () => {
    expectAgreement(await agreementWithJax(40, 1847), 40);
  });

  it('are those that mathjs finds by symbols, to 1e-9', { timeout: 300_000 }, async () => {
    expectAgreement(await agreementWithMathjs(40, 1986), 40);
  });
});
