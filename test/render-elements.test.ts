import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { html, render, renderElements } from '../src/index.ts';

const text = 'x[1] -> y[1]\nfigure caption "A <b>"\nderive w_{11}, reasons beside\nlive';

describe('a block as element trees', () => {
  it('is what a page shows, in the block’s order', () => {
    const { elements, mistakes } = renderElements(text, { katex, link: 'katex' });
    expect(mistakes).toEqual([]);
    expect(elements.map(({ name, attributes }) => `${name} ${attributes.class}`)).toEqual([
      'figure network',
      'div network-equation network-reasons-beside',
      'div network-terms',
      'figure network',
    ]);
    const [figure, equation, , live] = elements.map(html);
    expect(figure).toContain('<figcaption>Figure 1. A &lt;b&gt;</figcaption>');
    expect(equation).toContain('class="katex-html"');
    expect(live).toContain('<network-figure data-network=');
  });

  it('has no caption where there is nothing to say', () => {
    const [figure] = renderElements('x[1] -> y[1]\nfigure unnumbered').elements.map(html);
    expect(figure).toMatch(/<\/svg><\/figure>$/);
  });

  it('leaves formulas as TeX where there is no KaTeX', () => {
    const [equation] = renderElements('x[1] -> y[1]\nderive w_{11}').elements.map(html);
    expect(equation).toContain('<div class="math math-display">');
  });

  it('tells the same mistakes as render, and says nothing twice', () => {
    const wrong = 'x[1] -> y[1]\nfigur';
    const { elements, mistakes } = renderElements(wrong);
    expect(elements).toEqual([]);
    expect(mistakes).toEqual(render(wrong).mistakes);
    expect(mistakes[0]?.explanation.match(/Did you mean/g)).toHaveLength(1);
  });
});
