import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/diagram/diagram.ts';
import { mathematics } from '../../src/tikz/mathematics.ts';

type Text = Label['text'];
const named = (letter: string, superscript = '', subscript = ''): Text => [
  { kind: 'name', name: { letter, superscript, subscript } },
];

describe('a label in TikZ', () => {
  it.each<[Text, string]>([
    [named('w', '1', '11'), '$w^{1}_{11}$'],
    [named('delta', '', 'k'), '$\\delta _{k}$'],
    [named('x'), '$x$'],
    [[{ kind: 'sign', sign: '∂' }, ...named('E')], '$\\partial E$'],
    [
      [
        { kind: 'sign', sign: 'Δ' },
        { kind: 'sign', sign: '−' },
        { kind: 'sign', sign: '×' },
      ],
      '$\\Delta -\\times $',
    ],
    [
      [
        { kind: 'sign', sign: '·' },
        { kind: 'sign', sign: '…' },
        { kind: 'sign', sign: '=' },
      ],
      '$\\cdot \\dots =$',
    ],
    [[{ kind: 'text', text: 'layer 2' }], '$\\mathrm{layer\\ 2}$'],
    [
      [{ kind: 'text', text: '\\{}^~#$%&_a' }],
      '$\\mathrm{\\backslash\\ \\{\\}\\hat{}\\sim\\ \\#\\$\\%\\&\\_a}$',
    ],
    [named('a', '{', '}'), '$a^{\\{}_{\\}}$'],
  ])('%j is %s', (text, expected) => {
    expect(mathematics(text)).toBe(expected);
  });
});
