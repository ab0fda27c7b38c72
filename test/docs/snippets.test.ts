import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/markdown/text.ts';
import { pages } from '../support/blocks.ts';

interface Fence {
  readonly language: string;
  readonly text: string;
}

const fences = (page: string): readonly Fence[] =>
  [...page.matchAll(/^(`{3,})(\S*)[^\n]*\n([\s\S]*?)^\1$/gm)].map(
    ([, , language = '', text = '']) => ({ language, text }),
  );

/** Each fence, with the text that its page shows right after it as what comes of it. */
const all = pages('content/docs').flatMap(([name, page]) =>
  fences(page).map((fence, place, { [place + 1]: after }) => ({
    name,
    ...fence,
    result: after?.language === 'text' ? after.text : undefined,
  })),
);
/** Whole programs write something; the other snippets are pieces of a host's configuration. */
const programs = all.filter(
  ({ text }) => text.includes("from 'remark-network") && text.includes('console.log('),
);
const mistakes = all.filter(
  ({ language, result = '' }) => language === 'text' && result.startsWith('post.md:'),
);

describe('a program that the docs show', () => {
  it('is on their pages', () => {
    expect(new Set(programs.map(({ name }) => name))).toContain('start');
  });

  it.each(programs)('runs, and writes what they say: $name, $text', ({ text, result }) => {
    const hooks = pathToFileURL(resolve('test/support/by-name.ts')).href;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', hooks, '--input-type=module', '-'],
      { input: text, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    if (result !== undefined) expect(stdout).toBe(result);
    else expect(stdout).toContain('<svg');
  });
});

describe('a mistake that the docs show', () => {
  it('is on their pages', () => expect(mistakes.length).toBeGreaterThan(0));

  it.each(mistakes)('is told in these words: $name', ({ text, result }) => {
    const { explanation } = renderText(`\`\`\`network\n${text}\`\`\`\n`, {}, 'post.md');
    expect(`${explanation.trim()}\n`).toBe(result);
  });
});
