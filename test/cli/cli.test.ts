import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = resolve('src/cli/main.ts');
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [main, ...args], { input, cwd: folder, encoding: 'utf8' });

const block = (text: string): string => `\`\`\`network\n${text}\n\`\`\`\n`;
const page = `---\ntitle: \\(x\\)\n---\n\nBy \\\\(\\eqref{f}\\\\) and *more*.\n\n${block('x[1] -> y[1]\nderive w_{11}, label f')}\n{% raw %} stays {% endraw %}\n`;
const network = join(folder, 'net.network');
writeFileSync(network, 'x[2] -> y[2]\nfigure focus w_{11}\nfigure caption "The second."');

describe('remark-network', () => {
  it.each(['', 'render', 'figure', 'check', 'watch'])('teaches: %s --help', (name) => {
    const { status, stdout } = run([...(name === '' ? [] : [name]), '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(`remark-network ${name}`);
  });

  it.each([
    [['chek'], 'There is no command “chek”.'],
    [['check'], 'check wants files or folders'],
    [['check', 'nowhere.md'], 'There is no file or folder nowhere.md.'],
    [['render', '--math', 'words', '-'], '--math knows no “words”'],
    [['render', '--lenght'], '--lenght'],
    [['figure', network, '-o', 'net.gif'], 'a figure is written as .svg, .png or .tex'],
    [['figure', network, '--number', '3'], 'net.network has 2 figures'],
    [['check', '--notation', 'nobody', network], 'option notation “nobody”'],
  ])('says what it does not understand, with status 2: %j', (args, message) => {
    const { status, stdout, stderr } = run(args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('render', () => {
  it('reads the standard input, and leaves all else as it is', () => {
    const { status, stdout } = run(['render'], page);
    expect(status).toBe(0);
    const [before = '', after = ''] = stdout.split(/<div class="network-equation"[\s\S]*<\/div>/);
    expect(before).toBe(
      '---\ntitle: \\(x\\)\n---\n\nBy <a href="#equation-f" class="network-reference" aria-label="Equation 1">(1)</a> and *more*.\n\n',
    );
    expect(after).toBe('\n\n{% raw %} stays {% endraw %}\n');
  });

  it('writes mathematics as it is asked to', () => {
    expect(run(['render', '--math', 'brackets'], page).stdout).toMatch(
      /\n\\\\\[\n[\s\S]*\n\\\\\]\n/,
    );
    expect(run(['render', '--math', 'katex'], page).stdout).toContain('class="katex-html"');
    const latex = run(['render', '--to', 'latex'], page + block('x[1] -> y[1]')).stdout;
    expect(latex).toContain('By \\hyperlink{equation-f}{(1)} and');
    expect(latex).toContain('\\hypertarget{equation-f}{}\n\\begin{align*}');
    expect(latex).toContain('\\begin{tikzpicture}');
  });

  it('brings the reasons of a derivation into LaTeX, each under its line', () => {
    const reasoned = block('x[1] -> y[1]\nderive w_{11}, reasons below');
    const latex = run(['render', '--to', 'latex'], reasoned).stdout;
    expect(latex).toMatch(/\\\\\n\\intertext\{\\emph\{The loss\}: \$E\$ is written out\.\}\n &= /);
    expect(latex).toMatch(/\\tag\{1\}\n\\end\{align\*\}\n\n\\emph\{Signs\}: /);
  });

  it('keeps a displayed formula out of paragraphs', async () => {
    const { stdout } = run(['render', '--math', 'katex'], 'By\n\n$$\na = b\n$$\n\nand $c$.\n');
    const html = String(
      await unified()
        .use(remarkParse)
        .use(remarkRehype, { allowDangerousHtml: true })
        .use(rehypeStringify, { allowDangerousHtml: true })
        .process(stdout),
    );
    expect(html).toMatch(/^<p>By<\/p>\n<div><span class="katex-display">/);
    expect(html).toMatch(/<\/div>\n<p>and <span class="katex">/);
  });

  it('writes figures into files, and several pages into a folder', () => {
    for (const name of ['a.md', 'b.md']) writeFileSync(join(folder, name), block('x[1] -> y[1]'));
    const { status } = run(['render', 'a.md', 'b.md', '-o', 'built/', '--figures', 'built/img']);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'built/b.md'), 'utf8')).toMatch(
      /^!\[A network.*\]\(img\/b-1\.svg\)/,
    );
    expect(readFileSync(join(folder, 'built/img/b-1.svg'), 'utf8')).toContain(
      'prefers-color-scheme',
    );
  });

  it('writes no page that is wrong, unless it is lenient', () => {
    const wrong = block('x[1] -> y[1');
    expect(run(['render'], wrong)).toMatchObject({ status: 1, stdout: '' });
    expect(run(['render'], wrong).stderr).toContain('-:2:12: ');
    const lenient = run(['render', '--lenient'], wrong);
    expect(lenient.status).toBe(0);
    expect(lenient.stdout).toContain('network-error');
  });
});

describe('figure', () => {
  it.each([
    ['net.svg', /^<svg xmlns/],
    ['net.tex', /^\\begin\{tikzpicture\}/],
    ['net.png', /^.PNG/],
  ])('writes %s', (file, start) => {
    expect(run(['figure', network, '-o', file]).stderr).toBe('');
    expect(readFileSync(join(folder, file), 'latin1')).toMatch(start);
  });

  it('tells what is wrong in the block with its place', () => {
    const { status, stderr } = run(['figure'], 'x[2] -> y[2]\nfigure focsu w_{11}');
    expect(status).toBe(1);
    expect(stderr).toContain('-:2:8: figure knows no “focsu”.');
  });
});

describe('check', () => {
  const many = join(folder, 'content');
  mkdirSync(join(many, 'deep'), { recursive: true });
  for (let place = 0; place < 60; place++)
    writeFileSync(join(many, `deep/${String(place).padStart(2, '0')}.mdx`), block('x[2] -> y[2]'));
  writeFileSync(join(many, 'deep/07.mdx'), block('x[2] -> y[2]\nderive v'));
  writeFileSync(join(many, 'deep/41.mdx'), `\n${block('x[2] -> y[2]\nfigure focsu w_{11}')}`);

  it('tells all mistakes of all files in their order, several threads or not', () => {
    const { status, stdout, stderr } = run(['check', 'content']);
    expect(status).toBe(1);
    expect(
      [...stdout.matchAll(/^\S+?(\d+)\.mdx:(\d+):(\d+)/gm)].map((match) => match.slice(1)),
    ).toEqual([
      ['07', '3', '8'],
      ['41', '4', '8'],
    ]);
    expect(stderr).toBe('2 mistakes in 60 blocks of 60 files\n');
  });

  it('tells them to programs', () => {
    const { status, stdout } = run(['check', 'content', '--json']);
    expect(status).toBe(1);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ files: 60, blocks: 60 });
    expect(told.mistakes[1]).toMatchObject({
      file: join('content', 'deep', '41.mdx'),
      code: 'unknown-word',
      expected: ['focus'],
      start: { line: 4, column: 8 },
      end: { line: 4, column: 13 },
    });
  });

  it('is content with what is right', () => {
    expect(run(['check', 'content/deep/01.mdx'])).toMatchObject({ status: 0, stdout: '' });
  });
});

describe('watch', () => {
  it('renders at each change, tells a mistake and goes on', async () => {
    const [from, to] = ['watched.md', 'watched.built.md'].map((name) => join(folder, name)) as [
      string,
      string,
    ];
    writeFileSync(from, block('x[1] -> y[1]'));
    const watching = spawn(process.execPath, [main, 'watch', from, '-o', to], { cwd: folder });
    let told = '';
    watching.stderr.on('data', (words) => {
      told += words;
    });
    const built = (): string => (existsSync(to) ? readFileSync(to, 'utf8') : '');
    const until = { timeout: 20_000, interval: 50 };
    try {
      await expect.poll(built, until).toContain('<figure');
      expect(built()).not.toContain('network-equation');
      writeFileSync(from, block('x[1] -> y[1]\nderive w_{11}'));
      await expect.poll(built, until).toContain('network-equation');
      writeFileSync(from, block('x[1] -> y[1]\nderiv w_{11}'));
      await expect
        .poll(() => told, until)
        .toContain('watched.md:3:1: No statement begins with “deriv”.');
      // What was built before the mistake stands.
      expect(built()).toContain('network-equation');
      rmSync(from);
      await expect.poll(() => told, until).toContain('There is no file or folder');
      writeFileSync(from, block('x[1] -> y[2]\nfigure caption "Back."'));
      await expect.poll(built, until).toContain('Back.');
      expect(watching.exitCode).toBeNull();
    } finally {
      watching.kill();
    }
  });
});
