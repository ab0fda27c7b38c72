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
let names = [];
for (const path of paths) {
  const visits = [await visit(path)];
  // One visit may have had bad luck with the machine: of three, the one in the middle counts.
  if (below(visits[0])) visits.push(await visit(path), await visit(path));
  visits.sort((a, b) => sum(a.scores) - sum(b.scores));
  rows.push({ path, visits: visits.length, ...visits[visits.length >> 1] });
  process.stdout.write(`${row(rows.at(-1))}\n`);
}
await browser.close();
server.close();

if (only.length === 0) {
  const head = [`${names.join(', ')}; pages packed with Brotli`, ''];
  writeFileSync(file, `${[...head, ...rows.map(row)].join('\n')}\n`);
}
process.exitCode = rows.some(below) ? 1 : 0;

/** The scores of a visit, and the audits that cost some. */
async function visit(path) {
  const { lhr } = await lighthouse(address + path, { port, logLevel: 'error', output: [] });
  names = Object.values(lhr.categories).map(({ title }) => title.toLowerCase());
  const scores = Object.values(lhr.categories).map(({ score }) => Math.round((score ?? 0) * 100));
  const faults = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ''}`.trim()),
  );
  return { scores, faults };
}

function below({ scores }) {
  return scores.some((score) => score < 100);
}

function sum(numbers) {
  return numbers.reduce((all, each) => all + each, 0);
}

function row({ path, visits, scores, faults }) {
  const times = visits > 1 ? [`median of ${visits} visits`] : [];
  const numbers = scores.map((score) => String(score).padStart(3)).join(' ');
  return [numbers, path, ...times, ...faults].join('  ');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
