import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { plainEnvironment } from './environment.ts';

const run = promisify(execFile);
const parts = [
  'src',
  'lib',
  'editors',
  'public',
  'package.json',
  'astro.config.mjs',
  'tsconfig.json',
];

/**
 * A copy of the project that a test may spoil, with the package as it was built; without its content, it is built
 * in a fraction of the time.
 */
export function copySite({ content = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'network-site-'));
  for (const each of parts) cpSync(each, join(folder, each), { recursive: true });
  for (const each of readdirSync('content'))
    mkdirSync(join(folder, 'content', each), { recursive: true });
  if (content) cpSync('content', join(folder, 'content'), { recursive: true });
  // Each package by a link of its own: Astro keeps its cache in node_modules, and copies must not share it.
  mkdirSync(join(folder, 'node_modules'));
  for (const each of readdirSync('node_modules').filter((name) => !/^\.(?!bin)/.test(name))) {
    symlinkSync(resolve('node_modules', each), join(folder, 'node_modules', each));
  }
  return folder;
}

export function removeSite(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Builds the site in the folder, and tells whether that went well, and what it said. */
export async function buildSite(folder: string): Promise<{ ok: boolean; output: string }> {
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  return run(process.execPath, [astro, 'build'], { cwd: folder, env: plainEnvironment() }).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, output: stdout + stderr }),
  );
}

/** Every file of a folder with its content in base64, in the order of the alphabet. */
export function bytes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}
