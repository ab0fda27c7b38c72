import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { help } from '../../src/cli/help.ts';
import { pages } from '../support/blocks.ts';

const texts = [['README', readFileSync('README.md', 'utf8')] as const, ...pages('content/docs')];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** What the docs tell one to type: the words behind `remark-network`, up to the next command. */
const typed = texts.flatMap(([name, text]) =>
  [...text.matchAll(/(?:npx |`)remark-network ([a-z]+\b[^`\n|>]*)/g)].map(
    ([, words = '']) => [name, words.trim()] as const,
  ),
);

describe('the commands that the docs show', () => {
  it('are on several pages', () => {
    expect(new Set(typed.map(([name]) => name)).size).toBeGreaterThan(2);
  });

  it.each(typed)('are known: %s, remark-network %s', (_, words) => {
    const [command = '', ...more] = words.split(/\s+/);
    expect(Object.keys(help)).toContain(command);
    for (const option of more.filter((word) => /^--?[a-z]/.test(word) && word !== '--help'))
      expect(help[command]).toContain(` ${option}`);
  });

  it('of the repository are scripts', () => {
    const asked = texts.flatMap(([, text]) =>
      [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, script = '']) => script),
    );
    expect(asked.length).toBeGreaterThan(2);
    for (const script of asked) expect(scripts).toHaveProperty([script]);
  });

  it('copy files that the package has', () => {
    const copied = texts.flatMap(([, text]) =>
      [...text.matchAll(/node_modules\/remark-network\/([\w./-]+\w)/g)].map(
        ([, file = '']) => file,
      ),
    );
    expect(copied.length).toBeGreaterThan(0);
    for (const file of copied) expect(file.startsWith('lib') || existsSync(file), file).toBe(true);
  });
});
