import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../support/environment.ts';

const run = promisify(execFile);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files, gone after the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  mkdirSync('test/output', { recursive: true });
  const folder = mkdtempSync(join(resolve('test/output'), 'integration-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The smallest site that shows a collection, with the integration in it. */
const site = (processor: string, deferRender: boolean, file: string, words: string): string =>
  folderOf({
    'astro.config.mjs': [
      "import { unified } from '@astrojs/markdown-remark';",
      "import mdx from '@astrojs/mdx';",
      "import network from 'remark-network/astro';",
      `export default { ${processor} integrations: [mdx(), network()] };`,
    ].join('\n'),
    'src/content.config.ts': [
      "import { defineCollection } from 'astro:content';",
      "import { glob } from 'astro/loaders';",
      `export const collections = { posts: defineCollection({ loader: glob({ base: './posts', pattern: '*', deferRender: ${deferRender} }) }) };`,
    ].join('\n'),
    'src/pages/[id].astro': [
      '---',
      "import { getCollection, render } from 'astro:content';",
      "export const getStaticPaths = async () => (await getCollection('posts')).map((post) => ({ params: { id: post.id }, props: { post } }));",
      'const { Content } = await render(Astro.props.post);',
      '---',
      '<Content />',
    ].join('\n'),
    [`posts/${file}`]: words,
  });

const build = (folder: string): Promise<{ ok: boolean; output: string }> =>
  run(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: folder,
    env: plainEnvironment(),
  }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, output: stdout + stderr }),
  );

const block = (line: string): string =>
  `---\ntitle: A page\n---\n\n\`\`\`network\nx[2] -> y[2]\n${line}\n\`\`\`\n`;

describe('an Astro site with the integration', { timeout: 120_000 }, () => {
  const processors = [
    ['Astro’s own processor', ''],
    ['unified()', 'markdown: { processor: unified() },'],
  ] as const;
  // Where Astro renders Markdown before it is asked to, it takes the front matter away first.
  const cases = [
    ['md', false, '3:8'],
    ['md', true, '7:8'],
    ['mdx', false, '7:8'],
  ] as const;
  for (const [name, processor] of processors)
    it.each(cases)(
      `stops under ${name} at a mistake in .%s (deferRender: %s), at %s`,
      async (kind, deferRender, place) => {
        const folder = site(processor, deferRender, `wrong.${kind}`, block('figure focsu w_{11}'));
        const wrong = await build(folder);
        expect(wrong.ok, wrong.output).toBe(false);
        expect(wrong.output).toContain(`wrong.${kind}:${place}: figure knows no “focsu”.`);
        // Mended, it is built: no cache holds the empty article.
        writeFileSync(join(folder, `posts/wrong.${kind}`), block('figure focus w_{11}'));
        const right = await build(folder);
        expect(right.ok, right.output).toBe(true);
      },
    );

  it.each([
    ['network({ live: true })', true],
    ['network()', false],
  ])(
    'has the script of live figures on a page without a layout with %s: %s',
    async (integration, there) => {
      const folder = folderOf({
        'astro.config.mjs': `import network from 'remark-network/astro';\nexport default { integrations: [${integration}] };`,
        'src/pages/index.md': block('live'),
      });
      const { ok, output } = await build(folder);
      expect(ok, output).toBe(true);
      const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
      expect(html).toContain('<network-figure');
      const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, path]) =>
        readFileSync(join(folder, 'dist', path ?? ''), 'utf8'),
      );
      expect(scripts.some((script) => script.includes('network-figure'))).toBe(there);
    },
  );
});
