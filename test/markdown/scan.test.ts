import { describe, expect, it } from 'vitest';
import { scan } from '../../src/markdown/scan.ts';
import { sourceOf } from '../../src/page/place.ts';

const block = '```network\nx -> y\n```';
const within = (prefix: string, text: string): string => text.replaceAll('\n', `\n${prefix}`);
const made = ['block', 'x -> y', ''] as const;

/** Texts, and the pieces in them: kind, text, and what each further line begins with. */
const texts: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['behind front matter, which has none', `---\ntitle: a\n${block}\n---\n${block}`, [made]],
  ['behind the front matter of Hugo', `+++\na\n+++\n${block}`, [made]],
  ['behind a rule that begins no front matter', `---\n${block}`, [made]],
  ['behind another such', `+++\na\n${block}`, [made]],
  ['behind a comment, which has none', `<!--\n${block}\n-->\nb\n${block}`, [made]],
  ['in no comment that is never closed', `<!--\n${block}`, []],
  ['where its fence is never closed', '```network\nx -> y', [made]],
  ['in a quotation', `> ${within('> ', block)}\n\nz`, [['block', 'x -> y', '> ']]],
  ['up to the end of its quotation', '> ```network\n> x -> y\nout', [['block', 'x -> y', '> ']]],
  [
    'up to the end of the inner one of two',
    '> > ```network\n> > x -> y\n> out',
    [['block', 'x -> y', '> > ']],
  ],
  [
    'in a quotation far inside a list',
    '10. > ```network\n      > x -> y\n      > ```',
    [['block', 'x -> y', '    > ']],
  ],
  [
    'over an empty line in a list',
    '- ```network\n\n  x -> y\n  ```',
    [['block', '\nx -> y', '  ']],
  ],
  ['in a list', `- a\n\n  ${within('  ', block)}`, [['block', 'x -> y', '  ']]],
  ['between tildes', '~~~network multi\nx -> y\n~~~', [made]],
  ['between longer fences', '````network\n```\n````', [['block', '```', '']]],
  ['with other ends of lines', within('', block).replaceAll('\n', '\r\n'), [made]],
  ['without a text', '```network\n```', [['block', '', '']]],
  ['in no indented code', `a\n\n    ${within('    ', block)}`, []],
  ['in no tab', `\t${block}`, []],
  ['in no other language', '```js\nx\n```', []],
];

const formulas: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['on one line', '$$ a $$', [['display', 'a', '']]],
  ['on lines of its own', '$$\na\n$$', [['display', 'a', '']]],
  ['in LaTeX’s brackets', '\\[ a \\]', [['display', 'a', '']]],
  ['in such brackets on lines of their own', '\\[\na\n\\]', [['display', 'a', '']]],
  ['in a quotation', '> $$\n> a\n> $$', [['display', 'a', '> ']]],
  ['with a dollar in it', '$$ a $ b $$', [['display', 'a $ b', '']]],
  ['in the text where words follow', '$$ a $$ b', [['inline', ' a ', '']]],
  ['in a line that has two', '$$ a $$ b $$', [['inline', ' a ', '']]],
  [
    'in brackets in the text',
    'a \\(b\\) and \\\\(c\\\\)',
    [
      ['inline', 'b', ''],
      ['inline', 'c', ''],
    ],
  ],
  ['with another in its words', '\\(a \\text{ if $b$}\\)', [['inline', 'a \\text{ if $b$}', '']]],
  ['as one where dollars stand together', '$a$$b$', [['inline', 'a$$b', '']]],
  ['not where it ends otherwise than it begins', '$a\\), \\(b\\\\)', []],
  ['not in prices', 'from $5 to $6', []],
  ['not over an empty line', '$$ a\n\nb $$', []],
  ['not where it is never closed', '$$\na', []],
];

const pieces = (text: string) =>
  scan(sourceOf(text)).map(({ piece, prefix, start, end }) => {
    const inside = 'tex' in piece ? piece.tex : 'text' in piece ? piece.text : '';
    expect(text.slice(start, end).length).toBeGreaterThan(0);
    return [piece.kind, inside, prefix];
  });

describe('in a text of any dialect', () => {
  it.each(texts)('a block is found %s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each(formulas)('a formula is found %s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});
