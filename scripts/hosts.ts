import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { serve } from '../test/support/server.ts';
import { type Finding, inspect } from './inspect-page.ts';

/** What a fixture's package.json says of itself to us. */
interface Host {
  /** The name of each build that is looked at, with the script that makes it. */
  readonly builds: Readonly<Record<string, string>>;
  /** The package whose version the table shows. */
  readonly shows: string;
  /** Files that the page is written to, each with the address that it is built for. */
  readonly pages: Readonly<Record<string, string>>;
  /** What npm install is told besides. */
  readonly install?: readonly string[];
  /** What stands before the page. */
  readonly front?: string;
  readonly output: string;
}

interface Result {
  readonly title: string;
  readonly version: string;
  readonly pages: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
}

const page = readFileSync('hosts/page.md', 'utf8');
const asked = process.argv.slice(2);
const names = readdirSync('hosts', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (asked.length === 0 || asked.includes(entry.name)))
  .map(({ name }) => name);

/** Runs quietly; what was printed is shown where it fails. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe', env: environment });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`.slice(-4000));
  }
}
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  CI: '1',
};

async function build(name: string, tarball: string): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), `host-${name}-`));
  try {
    cpSync(join('hosts', name), folder, { recursive: true });
    const { host } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      host: Host;
    };
    for (const file of Object.keys(host.pages)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${host.front ?? ''}${page}`);
    }
    const options = ['--no-audit', '--no-fund', '--prefer-offline', ...(host.install ?? [])];
    run('npm', ['install', ...options, tarball], folder);
    const installed = JSON.parse(
      readFileSync(join(folder, 'node_modules', host.shows, 'package.json'), 'utf8'),
    );
    const results: Result[] = [];
    for (const [title, script] of Object.entries(host.builds)) {
      run('npm', ['run', script], folder);
      const pages = await look(host, join(folder, host.output));
      results.push({ title, version: installed.version, pages });
    }
    return results;
  } finally {
    if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each page of what was built, as a browser shows it. */
async function look({ pages }: Host, folder: string): Promise<Result['pages']> {
  const { server, address } = await serve(folder);
  const browser = await openBrowser();
  const looked = [];
  for (const [file, path] of Object.entries(pages))
    looked.push({ file, findings: await inspect(browser, address + path) });
  await browser.close();
  server.close();
  return looked;
}

/** The lines of the documentation's table: one for each page that was built, by what stands in its first column. */
const rows = (results: readonly Result[]): ReadonlyMap<string, string> =>
  new Map(
    results.flatMap(({ title, version, pages }) =>
      pages.map(({ file, findings }) => {
        const kind = pages.length > 1 ? `, \`.${file.split('.').pop()}\`` : '';
        const cells = findings.map(({ fault }) => (fault === undefined ? 'yes' : '**no**'));
        return [`${title}${kind}`, line([`${title}${kind}`, version, ...cells])];
      }),
    ),
  );

/** The table: what was built now in the place of what stood there, unless that was looked at in another way. */
function table(results: readonly Result[], before: string): string {
  const checks = results[0]?.pages[0]?.findings.map(({ check }) => check) ?? [];
  const columns = ['host', 'version', ...checks];
  const head = line(columns);
  const [oldHead, , ...old] = before.trim().split('\n');
  const kept = oldHead === head ? old.map((row) => [row.split(' | ')[0]?.slice(2), row]) : [];
  const all = new Map([...kept, ...rows(results)] as [string, string][]);
  const sorted = [...all].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([, row]) => row);
  return [head, line(columns.map(() => '---')), ...sorted].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const [pack] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', tmpdir()], '.'));
const tarball = resolve(tmpdir(), pack.filename);
const results: Result[] = [];
const failed: string[] = [];
for (const name of names) {
  console.log(`${name} …`);
  const built = await build(name, tarball).catch((error: Error) => {
    console.log(`  ${error.message}`);
    failed.push(name);
    return [];
  });
  results.push(...built);
  for (const { title, pages } of built)
    for (const { file, findings } of pages)
      for (const { check, fault } of findings)
        if (fault !== undefined) console.log(`  ${title}, ${file}, ${check}: ${fault}`);
}
rmSync(tarball);

const document = 'content/docs/hosts.md';
const text = readFileSync(document, 'utf8');
const found = /(<!-- hosts -->\n)([\s\S]*?)(\n<!-- \/hosts -->)/;
if (results.length > 0)
  writeFileSync(
    document,
    text.replace(found, (_, open, old, close) => `${open}\n${table(results, old)}\n${close}`),
  );
const faults = results
  .flatMap(({ pages }) => pages.flatMap(({ findings }) => findings))
  .filter(({ fault }) => fault !== undefined);
process.exitCode = faults.length + failed.length === 0 ? 0 : 1;
