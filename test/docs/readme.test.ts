import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/render.ts';

const page = readFileSync('README.md', 'utf8');
const [, block = ''] = /^```network square\n([\s\S]*?)^```$/m.exec(page) ?? [];
const { parts } = render(block);

describe('the README', () => {
  it('shows the figure that its block makes', async () => {
    const figure = parts.find((part) => part.kind === 'figure');
    await expect(figure?.file).toMatchFileSnapshot('../../readme.svg');
    expect(page).toContain('<img src="readme.svg" alt="');
  });

  it('shows the equations that its block makes', () => {
    const equation = parts.find((part) => part.kind === 'equation');
    const [, shown] = /^```math\n([\s\S]*?)\n```$/m.exec(page) ?? [];
    expect(shown).toBe(equation?.tex);
  });

  it('has a program that makes a page', () => {
    const programs = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
    const program = programs.find((text) => text.includes('unified()'));
    const hooks = pathToFileURL(resolve('test/support/by-name.ts')).href;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', hooks, '--input-type=module', '-'],
      { input: `${program}\nconsole.log(String(html));`, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^<figure class="network"><svg/);
  });

  it('leads to every page of the docs, and nowhere else in vain', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
    for (const file of readdirSync('content/docs')) expect(links).toContain(`content/docs/${file}`);
  });
});
