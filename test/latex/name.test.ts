import { expect, it } from 'vitest';
import { texName } from '../../src/latex/name.ts';

it.each([
  [{ letter: 'w', superscript: '1', subscript: '11' }, 'w_{11}^1'],
  [{ letter: 'delta', superscript: '', subscript: 'k' }, '\\delta_k'],
  [{ letter: 'x', superscript: '(1)', subscript: '' }, 'x^{(1)}'],
])('%j is %s in TeX', (name, tex) => {
  expect(texName(name)).toBe(tex);
});
