import { readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { typeset } from '../../src/diagram/typeset.ts';
import { hast } from '../../src/markdown/hast.ts';
import { markup, markupLength } from '../../src/svg/markup.ts';
import { greekLetters } from '../../src/syntax/greek.ts';

function svg(block: string): string {
  const [part] = compile(block).parts;
  if (part?.kind !== 'picture') throw new Error('no figure');
  return markup(part.svg);
}

const focused = svg('x[2] -> h^1[2] -> h^2[2] -> y[2]\nfigure focus w^1_{11}');

describe('a drawn figure', () => {
  it('has no id, script, style sheet, font, foreign object or brace', () => {
    expect(focused).not.toMatch(/ id=|<script|<style|<text|foreignObject|<use|[{}]/);
  });

  it('has a role, a name and a description', () => {
    expect(focused).toContain('role="img"');
    expect(focused).toContain(
      'aria-label="A network of 2 inputs, 4 hidden units and 2 outputs, with w superscript 1 subscript 11 in focus"',
    );
    expect(focused).toContain(
      'Its four paths to the loss E run through x subscript 1, h superscript 1 subscript 1, h superscript 2 subscript 1 and y subscript 1; ',
    );
  });

  it('knows how long its markup is', () => {
    for (const block of ['x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}', 'x -> y\nlive']) {
      const [part] = compile(block).parts;
      if (part?.kind !== 'picture') throw new Error('no figure');
      expect(markupLength(part.svg)).toBe(markup(part.svg).length);
    }
    const odd = {
      name: 'a',
      attributes: { b: '"<&>', c: 2.5 },
      children: ['<c>&', { name: 'd', attributes: {}, children: [] }],
    };
    expect(markupLength(odd)).toBe(markup(odd).length);
  });

  it('reads the same as hast, so that an adapter prints what the markup prints', () => {
    const [part] = compile('x[2] -> y[2]\nfigure focus w_{11}').parts;
    if (part?.kind !== 'picture') throw new Error('no figure');
    const [first] = fromHtml(markup(part.svg), { fragment: true }).children;
    const [second] = fromHtml(toHtml(hast(part.svg)), { fragment: true }).children;
    expect(JSON.stringify(second, withoutPositions)).toBe(JSON.stringify(first, withoutPositions));
  });

  it('escapes what it writes', () => {
    expect(markup({ name: 'a', attributes: { b: '"<&>' }, children: ['<c>&'] })).toBe(
      '<a b="&quot;&lt;&amp;&gt;">&lt;c&gt;&amp;</a>',
    );
  });
});

describe('typesetting', () => {
  it('has a glyph for every letter that a name can have', () => {
    const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    for (const letter of [...latin, ...greekLetters]) {
      const name = {
        letter,
        superscript: `(${letter.length === 1 ? letter : 'l'}),9`,
        subscript: '1234567890,*+-ji',
      };
      expect(typeset([{ kind: 'name', name }], 20).box.width, letter).toBeGreaterThan(20);
    }
  });

  it('says which glyph is missing', () => {
    expect(() => typeset([{ kind: 'text', text: '☃' }], 20)).toThrow(
      'figures have no glyph for "☃"',
    );
  });

  it('measures the ink that it draws', () => {
    const { box, glyphs } = typeset(
      [{ kind: 'name', name: { letter: 'w', superscript: '1', subscript: '11' } }],
      20,
    );
    expect(glyphs).toHaveLength(4);
    expect(box.height).toBeGreaterThan(15);
    expect(box.width).toBeLessThan(30);
  });
});

describe('the package’s style sheet', () => {
  it('names only properties that figures use', () => {
    const used = new Set(focused.match(/--network-[a-z0-9-]+/g));
    expect(
      [...used].every((property) => readFileSync('src/style.css', 'utf8').includes(property)),
    ).toBe(true);
  });
});

function withoutPositions(key: string, value: unknown): unknown {
  return key === 'position' || key === 'data' ? undefined : value;
}
