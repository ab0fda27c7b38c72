import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = resolve('src/cli/main.ts');
const [source, output] = [join(folder, 'post.md'), join(folder, 'built', 'post.md')];
const run = (args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });

/** A page that takes a while to be written. */
const words = `${'Some words that are written out, many of them. '.repeat(20)}\n\n`;
const page = `\`\`\`network\nx[2] -> y[2]\n\`\`\`\n\n${words.repeat(60_000)}The end.\n`;

let whole = '';
beforeAll(() => {
  writeFileSync(source, page);
  expect(run(['render', 'post.md', '-o', 'built/']).status).toBe(0);
  whole = readFileSync(output, 'utf8');
  expect(whole).toMatch(/^<figure[\s\S]*The end\.\n$/);
}, 60_000);

/** Runs the command until it has begun to write, and kills it there; tells by what it ended. */
function killedWhileWriting(args: readonly string[]): Promise<NodeJS.Signals | null> {
  return new Promise((done) => {
    const started = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: 'ignore' });
    const watcher = watch(join(folder, 'built'), () => started.kill('SIGKILL'));
    started.on('exit', (_, signal) => {
      watcher.close();
      done(signal);
    });
  });
}

describe.each([
  ['render', ['render', 'post.md', '-o', 'built/']],
  ['watch', ['watch', 'post.md', '-o', 'built/post.md']],
])('%s, killed while it writes', (_, args) => {
  it('leaves what stood there, and the next one writes all of it', async () => {
    for (const before of ['What stood there before.\n', undefined]) {
      if (before === undefined) rmSync(output);
      else writeFileSync(output, before);
      expect(await killedWhileWriting(args)).toBe('SIGKILL');
      const left = existsSync(output) ? readFileSync(output, 'utf8') : undefined;
      // The kill may come too late; what must not be there is a part.
      expect(left === before || left === whole).toBe(true);
      if (left !== undefined) expect(run(['check', 'built']).status).toBe(0);
      expect(run(['render', 'post.md', '-o', 'built/']).status).toBe(0);
      expect(readFileSync(output, 'utf8') === whole).toBe(true);
    }
    // What else was left is hidden from whoever reads the folder for pages.
    expect(readdirSync(join(folder, 'built')).filter((name) => !name.startsWith('.'))).toEqual([
      'post.md',
    ]);
  });
});

describe('a file that is written', () => {
  const block = join(folder, 'net.network');
  beforeAll(() => writeFileSync(block, 'x -> y'));

  it('keeps its permissions, and a link goes on leading to it', () => {
    const [file, link] = [join(folder, 'real.svg'), join(folder, 'link.svg')];
    writeFileSync(file, '', { mode: 0o640 });
    symlinkSync(file, link);
    expect(run(['figure', 'net.network', '-o', 'link.svg']).status).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg/);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('leaves nothing beside it, whether it could be written or not', () => {
    expect(run(['figure', 'net.network', '-o', 'net.svg']).status).toBe(0);
    expect(run(['figure', 'net.network', '-o', 'net.network/net.svg']).status).not.toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
