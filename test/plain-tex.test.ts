import { expect, it } from 'vitest';
import { plainTex } from '../src/site/markdown/plain-tex.ts';

it.each([
  ['a + b', 'a + b'],
  ['\\htmlClass{network-term p0}{x_1 w_{11}^1} + 1', 'x_1 w_{11}^1 + 1'],
  ['\\htmlClass{a}{\\frac{1}{2}\\htmlClass{b}{(t_1 - y_1)}^2}', '\\frac{1}{2}(t_1 - y_1)^2'],
  ['\\cdot\\htmlClass{a}{x}', '\\cdot x'],
  ['\\htmlClass{a}{\\left\\{x\\right\\}} y', '\\left\\{x\\right\\} y'],
])('takes the classes out of %s', (tex, plain) => expect(plainTex(tex)).toBe(plain));
