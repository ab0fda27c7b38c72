// Lighthouse, as a phone sees it, over every page of dist/. Writes what it finds to results.txt, and fails below 100.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { openBrowser } from '../support/browser.ts';
import { pagesOf, serve } from '../support/server.ts';

const only = process.argv.slice(2);
const file = new URL('results.txt', import.meta.url);
const port = await freePort();
const browser = await openBrowser([`--remote-debugging-port=${port}`]);
const { server, address } = await serve('dist', { packed: true });
const paths = pagesOf('dist').filter((path) => only.length === 0 || only.includes(path));

const rows = [];
for (const path of paths) {
  const { lhr } = await lighthouse(address + path, { port, logLevel: 'error', output: [] });
  const scores = Object.values(lhr.categories).map(({ score }) => Math.round((score ?? 0) * 100));
  const faults = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ''}`.trim()),
  );
  rows.push({ path, scores, faults });
  process.stdout.write(`${row(rows.at(-1))}\n`);
}
await browser.close();
server.close();

const below = rows.filter(({ scores }) => scores.some((score) => score < 100));
if (only.length === 0) {
  const head = ['performance, accessibility, best practices, SEO; pages packed with Brotli', ''];
  writeFileSync(file, `${[...head, ...rows.map(row)].join('\n')}\n`);
}
process.exitCode = below.length > 0 ? 1 : 0;

function row({ path, scores, faults }) {
  return [scores.map((score) => String(score).padStart(3)).join(' '), path, ...faults].join('  ');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
