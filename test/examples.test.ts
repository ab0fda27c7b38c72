import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { equationTex } from '../src/page/tex.ts';
import { markup } from '../src/svg/markup.ts';
import { blocksOf, pages } from './support/blocks.ts';

/** Examples, posts and documentation: whatever a reader sees is looked at here. */
describe.each([...pages('content/examples'), ...pages('content/posts'), ...pages('content/docs')])(
  '%s',
  (name, markdown) => {
    const parts = () => blocksOf(markdown).flatMap((block) => block.compiled.parts);

    it('has no mistake', () => {
      const blocks = blocksOf(markdown);
      expect(blocks.flatMap((block) => block.compiled.diagnostics)).toEqual([]);
      for (const { compiled } of blocks)
        expect(compiled.parts.length > 0 || compiled.notation !== undefined).toBe(true);
    });

    it('makes the same figures as before', async () => {
      const pictures = parts().filter((part) => part.kind === 'picture');
      for (const [place, picture] of pictures.entries()) {
        const text = `<!-- ${picture.title}. ${picture.description} -->\n${markup(picture.svg)}\n`;
        await expect(text).toMatchFileSnapshot(`snapshots/${name}-${place + 1}.svg`);
      }
    });

    it('makes the same equations as before, and KaTeX sets them without a complaint', async () => {
      const equations = parts()
        .filter((part) => part.kind === 'equation')
        .map((part, place) => ({
          tex: equationTex(part, String(place + 1)),
          reasons: part.reasons === 'none' ? [] : part.rows.map((row) => row.reason),
        }));
      const formulas = equations.flatMap(({ tex, reasons }) => [
        tex,
        ...reasons.map(({ name, sentence }) => `\\text{${name}: ${sentence}}`),
      ]);
      for (const formula of formulas) {
        expect(() =>
          katex.renderToString(formula, {
            displayMode: true,
            throwOnError: true,
            strict: 'error',
          }),
        ).not.toThrow();
      }
      if (formulas.length > 0)
        await expect(`${formulas.join('\n\n')}\n`).toMatchFileSnapshot(`snapshots/${name}.tex`);
    });
  },
);
