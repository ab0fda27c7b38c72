import { expect, it } from 'vitest';
import { plain } from '../../src/latex/plain.ts';

it.each([
  ['w_{11}^3 w_{11}^2 x_1', 'w³₁₁ w²₁₁ x₁'],
  ['\\frac{\\partial y_1}{\\partial w_{11}^1}', '∂y₁/∂w¹₁₁'],
  ['(y_1 - t_1) \\delta_{h_1}', '(y₁ − t₁) δ_h₁'],
  ['\\frac{y_1 - t_1}{y_1 (1 - y_1)}', '(y₁ − t₁)/(y₁ (1 − y₁))'],
  ['w_{km}^{(2)} \\left(1 - h_1^2\\right)', 'w⁽²⁾ₖₘ (1 − h²₁)'],
  ["\\sigma'(z_{h_1})", "σ'(z_h₁)"],
  ['\\Delta w_1 \\cdot \\sum_k \\prod_j \\in \\leadsto', 'Δw₁ ·Σₖ Πⱼ ∈⇝'],
  ['\\eta x', 'eta x'],
  ['x \\eta', 'x eta'],
  ['\\frac{a b}{a+b}', '(a b)/(a+b)'],
  ['\\text{for}  \\mathrm{d}E \\operatorname{id}', 'for dE id'],
  ['a\\,b\\;c {d}', 'abc d'],
  ['\\frac{ a + b }{ c }', '(a + b)/c'],
  ['w^{Q}_{Q}', 'w^Q_Q'],
])('writes %s as a line of text', (tex, text) => {
  expect(plain(tex)).toBe(text);
});
