import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type Katex, katexOptions, typesetBy } from '../../src/markdown/typeset.ts';
import { parseMarkup } from '../../src/svg/parse.ts';

const failing = (error: unknown): Katex => ({
  renderToString: () => {
    throw error;
  },
});

describe('a formula that is typeset', () => {
  it('is an element, in a line or displayed', () => {
    const typeset = typesetBy(katex);
    const elements = [false, true].map((displayed) => parseMarkup(typeset('x', displayed)));
    expect(elements).toMatchObject([
      { name: 'span', attributes: { class: 'katex' } },
      { name: 'span', attributes: { class: 'katex-display' } },
    ]);
  });

  it.each([
    [new Error('too deep'), 'too deep'],
    ['a text', 'a text'],
  ])('is shown as it was written where KaTeX fails with %s', (thrown, title) => {
    expect(parseMarkup(typesetBy(failing(thrown))('<b>', true))).toEqual({
      name: 'span',
      attributes: { class: 'katex-error', title, style: 'color:#cc0000' },
      children: ['<b>'],
    });
  });

  it.each(['\\frac{1', '\\href{javascript:alert(1)}{x}', `${'{'.repeat(5000)}`])(
    'is no markup of the author’s: %.20s',
    (tex) => {
      const shown = typesetBy(katex)(tex, true);
      expect(shown).not.toMatch(/<a |javascript:[^<"]*">|<script/);
    },
  );
});

describe('what KaTeX is trusted with', () => {
  const trusts = (command: string, classes?: string): boolean =>
    katexOptions.trust({ command, ...(classes !== undefined && { class: classes }) });

  it('are classes of ours, and nothing else', () => {
    expect(trusts('\\htmlClass', 'network-term network-p1')).toBe(true);
    expect(trusts('\\htmlClass', 'network-term network-p1 network-p123')).toBe(true);
    for (const classes of [
      undefined,
      '',
      'network-term',
      'x network-term network-p1',
      'network-term network-p1 x',
      'network-term network-p1234',
      'network-term network-p',
      'network-term network-px',
    ])
      expect(trusts('\\htmlClass', classes), classes).toBe(false);
    for (const command of ['\\href', '\\htmlId', '\\htmlStyle', '\\htmlData'])
      expect(trusts(command, 'network-term network-p1'), command).toBe(false);
  });

  it('goes without a warning, and nothing else does', () => {
    expect(katexOptions.strict('htmlExtension')).toBe('ignore');
    expect(katexOptions.strict('unicodeTextInMathMode')).toBe('warn');
  });
});
