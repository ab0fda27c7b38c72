import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportsOf, files, modules } from './exports.ts';

const path = 'content/docs/api.md';
const page = readFileSync(path, 'utf8');
const core = new Set(exportsOf('src/core.ts').map(({ name }) => name));

/** Types that exported ones name and no door exports. */
const named = [
  'src/page/checks.ts',
  'src/page/place.ts',
  'src/page/problem.ts',
  'src/markdown/typeset.ts',
]
  .flatMap(exportsOf)
  .filter(({ name }) => ['Checks', 'Katex', 'Place', 'Problem'].includes(name));

/** The page's sections by the module that they are about. */
const sections = new Map(
  page.split(/^## (?=remark-network|Files)/m).map((text) => [text.split('\n')[0] ?? '', text]),
);
const marks = (text = ''): readonly string[] =>
  [...text.matchAll(/^<!-- api: (\w+) -->$/gm)].map(([, name = '']) => name);

describe('the page of the API', () => {
  it.each([...modules])('has every export of %s', (module, file) => {
    const own = exportsOf(file)
      .map(({ name }) => name)
      .filter((name) => module !== 'remark-network' || !core.has(name));
    const known = marks(sections.get(module));
    expect(sections.has(module)).toBe(true);
    expect(own.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has every door that is a file', () => {
    for (const file of files) expect(sections.get('Files')).toContain(`\n| \`${file}\` |`);
  });

  it('says of each export what its source says, and of nothing else', async () => {
    const said = new Map(
      [...[...modules.values()].flatMap(exportsOf), ...named].map(({ name, text }) => [name, text]),
    );
    expect(marks(page).filter((name) => !said.has(name))).toEqual([]);
    expect(new Set(marks(page)).size).toBe(marks(page).length);
    const written = page.replace(
      /^(<!-- api: (\w+) -->\n)[\s\S]*?(?=^<!-- \/api -->$)/gm,
      (_, start: string, name: string) => `${start}\n${said.get(name)}\n\n`,
    );
    await expect(written).toMatchFileSnapshot(`../../${path}`);
  });
});
