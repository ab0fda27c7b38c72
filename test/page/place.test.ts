import fc from 'fast-check';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { locateIn } from '../../src/markdown/place.ts';
import { fencedText, lineOf, placeAt, runningText, sourceOf } from '../../src/page/place.ts';

const parser = unified().use(remarkParse).use(remarkMath);

/** Where each `@` of a Markdown text's code, formulas and prose is said to be. */
function told(markdown: string): readonly number[] {
  const found: number[] = [];
  visit(parser.parse(markdown), (node) => {
    if (!('value' in node)) return;
    const locate = locateIn(sourceOf(markdown), node);
    for (const match of node.value.matchAll(/@/g)) found.push(locate(match.index).offset);
  });
  return found;
}

const really = (markdown: string): readonly number[] =>
  [...markdown.matchAll(/@/g)].map((match) => match.index);

describe('a place in a source', () => {
  it('has the line and column that a person counts', () => {
    const source = sourceOf('ab\r\ncd\re\n\nf');
    expect([1, 2, 3, 4, 5].map((line) => lineOf(source, line))).toEqual(['ab', 'cd', 'e', '', 'f']);
    expect(placeAt(source, 5)).toEqual({ line: 2, column: 2, offset: 5 });
    expect(placeAt(source, 11)).toEqual({ line: 5, column: 2, offset: 11 });
  });
});

describe('a text that is not the file’s own', () => {
  it('lies behind the end of the file', () => {
    expect(fencedText(sourceOf('ab'), 'c\nd', 5)(2)).toEqual({ line: 6, column: 1, offset: 2 });
  });
});

describe('a character', () => {
  it('that is written as a reference is found where that begins', () => {
    const source = 'a &lt; b';
    expect(runningText(sourceOf(source), 'a < b', 0)(2).offset).toBe(2);
    expect(runningText(sourceOf(source), 'a < b', 0)(4).offset).toBe(7);
  });

  it.each([
    ['behind a tab that is half indentation', '- ```network\n\t@ x @\n  ```'],
    ['in a quotation in a list', '- a\n  > ```network\n  > @ > @\n  >\n  > @\n  > ```'],
    ['behind an escape', 'a \\* b \\\\ @ c\\_d @'],
    ['behind a character reference', '&amp; @ &#35;@ &lt;@ &amp;amp; @ &no; @'],
    ['on a later line of a quotation', '> one\n> two **@** @\n>    three @'],
    ['in a formula in a quotation', '> a $b +\n> @$ and $$ @ $$ @'],
    ['in a displayed formula', '> $$\n> a @\n>   @\n> $$'],
    ['behind carriage returns', 'a\r\n@\r\n\r\n```network\r\n@\r\n@\r\n```\r\n'],
    ['behind characters of two units', '𝒙 漢 @\n\n```network\n𝒙 @ 👩‍👧 @\n```'],
  ])('is found %s', (_, markdown) => {
    expect(told(markdown)).toEqual(really(markdown));
  });

  it('is found right behind a character reference with the same letter in it', () => {
    expect(runningText(sourceOf('&lt;t'), '<t', 0)(1).offset).toBe(4);
  });

  it('is found in a block behind any indentation and marks', () => {
    const prefix = fc.constantFrom('', ' ', '   ', '> ', '>  > ', '> > ');
    const line = fc.stringMatching(/^[ \t]{0,3}[a-z>*_@ ]{0,12}$/);
    fc.assert(
      fc.property(prefix, fc.array(line, { minLength: 1 }), (marks, lines) => {
        const markdown = ['```network', ...lines, '```'].map((each) => marks + each).join('\n');
        expect(told(markdown)).toEqual(really(markdown));
      }),
      { seed: 3 },
    );
  });

  it('is found in prose among escapes and references', () => {
    const piece = fc.constantFrom('@', 'a', ' b', '\\*', '&amp;', '&#64x', '&', '\\\\', '\n> c');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const markdown = `> c${pieces.join('')}`;
        expect(told(markdown)).toEqual(really(markdown));
      }),
      { seed: 4 },
    );
  });
});
