import { readFileSync } from 'node:fs';
import { createHighlighter } from 'shiki';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, pages } from '../support/blocks.ts';

const grammar = (file: string) =>
  JSON.parse(readFileSync(`editors/${file}.tmLanguage.json`, 'utf8'));
let highlighter: Awaited<ReturnType<typeof createHighlighter>>;
beforeAll(async () => {
  highlighter = await createHighlighter({
    themes: ['github-light'],
    langs: [grammar('network'), grammar('markdown-network'), 'markdown'],
  });
});

/** Each token that is more than white space, with the innermost scope that it has. */
function tokens(code: string, lang: string): readonly (readonly [string, string])[] {
  const { tokens } = highlighter.codeToTokens(code, {
    lang: lang as 'markdown',
    theme: 'github-light',
    includeExplanation: 'scopeName',
  });
  return tokens
    .flat()
    .flatMap(({ explanation = [] }) =>
      explanation
        .map(({ content, scopes }) => [content.trim(), scopes.at(-1)?.scopeName ?? ''] as const)
        .filter(([content]) => content !== ''),
    );
}

const blocks = [...pages('content/examples'), ...pages('content/docs')].flatMap(
  ([name, markdown]) =>
    blocksOf(markdown).map(({ text }, place) => [`${name}-${place + 1}`, text] as const),
);

describe('the grammar for editors', () => {
  it('tells the parts of a block apart', () => {
    const block =
      'x[2] -> h^1[3] -> ... -> y  # a chain\nfigure focus w^{1}_{11}, caption "Two"\nrate 0.5\nactivation leaky-relu';
    expect(tokens(block, 'network')).toEqual([
      ['x', 'variable.other.network'],
      ['[', 'punctuation.separator.network'],
      ['2', 'constant.numeric.network'],
      [']', 'punctuation.separator.network'],
      ['->', 'keyword.operator.arrow.network'],
      ['h', 'variable.other.network'],
      ['^1', 'variable.other.index.network'],
      ['[', 'punctuation.separator.network'],
      ['3', 'constant.numeric.network'],
      [']', 'punctuation.separator.network'],
      ['->', 'keyword.operator.arrow.network'],
      ['...', 'keyword.operator.arrow.network'],
      ['->', 'keyword.operator.arrow.network'],
      ['y', 'variable.other.network'],
      ['# a chain', 'comment.line.number-sign.network'],
      ['figure', 'keyword.control.network'],
      ['focus', 'support.function.network'],
      ['w', 'variable.other.network'],
      ['^{1}_{11}', 'variable.other.index.network'],
      [',', 'punctuation.separator.network'],
      ['caption', 'support.function.network'],
      ['"Two"', 'string.quoted.double.network'],
      ['rate', 'keyword.control.network'],
      ['0.5', 'constant.numeric.network'],
      ['activation', 'keyword.control.network'],
      ['leaky-relu', 'support.function.network'],
    ]);
  });

  it.each(blocks)('knows every word of %s', (_, text) => {
    const unknown = tokens(text, 'network').filter(([, scope]) => scope === 'source.network');
    expect(unknown).toEqual([]);
  });

  it('is found in the fences of Markdown, and ends with them', () => {
    const page = tokens('Text.\n\n```network multi\nx[2] -> y\n```\n\nx[2] -> y', 'markdown');
    const arrows = page.filter(([content]) => content.includes('->'));
    expect(arrows.map(([, scope]) => scope)).toEqual([
      'keyword.operator.arrow.network',
      expect.not.stringContaining('network'),
    ]);
  });
});
