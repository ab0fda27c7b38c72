import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { element } from '../../src/svg/build.ts';
import type { Element } from '../../src/svg/element.ts';
import { svgFile, unstyled } from '../../src/svg/file.ts';
import { escaped, markup, startTag } from '../../src/svg/markup.ts';
import { parseMarkup } from '../../src/svg/parse.ts';

const name = fc.constantFrom('g', 'path', 'network-figure', 'a');
const attributes = fc.dictionary(
  fc.constantFrom('d', 'data-edge', 'aria-label', 'xlink:href'),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()),
);
/** Any tree as markup can tell it: no two texts side by side, none of them empty. */
const tree: fc.Arbitrary<Element> = fc.letrec<{ tree: Element }>((tie) => ({
  tree: fc
    .record({
      name,
      attributes,
      children: fc.array(
        fc.oneof({ maxDepth: 3 }, fc.string({ unit: 'grapheme', minLength: 1 }), tie('tree')),
        { maxLength: 3 },
      ),
    })
    .map((made) => ({
      ...made,
      children: made.children.filter(
        (child, place) => typeof child !== 'string' || typeof made.children[place - 1] !== 'string',
      ),
    })),
})).tree;

const asWritten = ({ name, attributes, children }: Element): Element => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, String(value)]),
  ),
  children: children.map((child) => (typeof child === 'string' ? child : asWritten(child))),
});

describe('markup', () => {
  it('has nothing of a text as markup', () => {
    expect(escaped('a < b & c > "d"')).toBe('a &lt; b &amp; c &gt; &quot;d&quot;');
    expect(escaped("it's plain")).toBe("it's plain");
    expect(startTag(element('a', { title: '"><script>', x: 2 }))).toBe(
      '<a title="&quot;&gt;&lt;script&gt;" x="2">',
    );
  });

  it('closes what is empty in its tag, and everything else behind what it holds', () => {
    expect(markup(element('g', {}, [element('path', { d: 'M0>1' }), 'a<b']))).toBe(
      '<g><path d="M0&gt;1"/>a&lt;b</g>',
    );
  });

  it('is read as the tree that it was', () => {
    fc.assert(
      fc.property(tree, (of) => {
        expect(parseMarkup(markup(of))).toEqual(asWritten(of));
      }),
    );
  });

  it.each([
    ['<a class ="b c">d</a>', element('a', { class: 'b c' }, ['d'])],
    ['<a\n x="1"\ty="2" />', element('a', { x: '1', y: '2' })],
    ['<a>&#65;&#x42;&#x1F600;&lt;&quot;&nbsp;</a>', element('a', {}, ['AB😀<"&nbsp;'])],
    ['<a>&amp;lt; &gt;</a>', element('a', {}, ['&lt; >'])],
    ['<a-b><c></c></a-b>', element('a-b', {}, [element('c', {})])],
  ])('%s is read as it is meant', (text, expected) => {
    expect(parseMarkup(text)).toEqual(expected);
  });

  it.each([
    ['<a', 'not well-formed at 0: <a'],
    ['<ab', 'not well-formed at 0: <ab'],
    ['<a></ab', 'not well-formed at 3: </ab'],
    ['<a><b x=1></b></a>', 'not well-formed at 3: <b x=1></b></a>'],
    [`<a>${'b'.repeat(50)}<`, 'not well-formed at 53: <'],
    ['<a></b>', '</b> closes nothing at 3'],
    ['</a>', '</a> closes nothing at 0'],
    ['<a><b></a></b>', '</a> closes nothing at 6'],
    ['<a>', 'markup is one element'],
    ['', 'markup is one element'],
    ['text', 'markup is one element'],
  ])('%s is refused', (text, message) => {
    expect(() => parseMarkup(text)).toThrow(message);
  });
});

describe('the file of a figure', () => {
  const drawn = (): Element => {
    const [part] = compile('x -> y').parts;
    if (part?.kind !== 'picture') throw new Error('no figure');
    return part.svg;
  };

  it('is the figure with a style sheet of its own before all else, on a line of its own', () => {
    const file = svgFile(drawn());
    const { children, ...root } = parseMarkup(file.trimEnd());
    const [sheet, ...others] = children;
    if (sheet === undefined || typeof sheet === 'string') throw new Error('no sheet');
    expect(sheet).toMatchObject({ name: 'style', attributes: {} });
    expect(String(sheet.children[0])).toContain('prefers-color-scheme:dark');
    expect({ ...root, children: others }).toEqual(asWritten(drawn()));
    expect(file.endsWith('</svg>\n')).toBe(true);
  });

  it('can do without any style', () => {
    const plain = unstyled(
      element('g', { style: 'x', d: '1' }, ['a', element('p', { style: 'y', e: 2 })]),
    );
    expect(plain).toEqual(element('g', { d: '1' }, ['a', element('p', { e: 2 })]));
    expect(markup(unstyled(drawn()))).not.toContain('style=');
  });
});
