import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import katex from 'katex';
import { katexOptions, render } from '../lib/index.js';

/**
 * `remark-network check` over 250, 1,000 and 4,000 files of 10 blocks: how long, with how many threads, in how much memory;
 * whether memory stays what it is when there are more files; and how long KaTeX takes for the equations that the blocks derive. Processor time a block is what others on the machine leave
 * as it is; seconds are those of this run. Twelve kinds of blocks take turns, each with a caption of its own.
 */
const sizes = (process.argv[2] ?? '250,1000,4000').split(',').map(Number);
const blocks = 10;
const most = Math.max(...sizes);
/** So much more memory may the most files take than the fewest. */
const flat = 1.25;

const blockOf = (place: number): string => {
  const [inputs, hidden, outputs] = [
    1 + (place % 3),
    1 + (Math.floor(place / 3) % 4),
    1 + (place % 2),
  ];
  const form = ['chain', 'delta', 'paths', 'index'][place % 4];
  return [
    `x[${inputs}] -> h[${hidden}] -> y[${outputs}]`,
    `activation h: ${['sigmoid', 'tanh', 'relu'][place % 3]}`,
    `figure focus w^1_{11}, caption "Network ${place}."`,
    `derive w^1_{11} as ${form}`,
  ].join('\n');
};

const folder = mkdtempSync(join(tmpdir(), 'check-'));
for (const size of sizes) mkdirSync(join(folder, `${size}`));
for (let file = 0; file < most; file++) {
  const page = Array.from({ length: blocks }, (_, place) => blockOf(file * blocks + place));
  const text = page.map((block) => `\`\`\`network\n${block}\n\`\`\`\n`).join('\nWords.\n\n');
  for (const size of sizes)
    if (file < size) writeFileSync(join(folder, `${size}`, `${file}.md`), text);
}

/** Runs the command, and tells seconds, those of the processor, and the most memory, in MB, that it had at once. */
function check(
  files: number,
  threads: number,
): Promise<{ seconds: number; busy: number; memory: number; told: string }> {
  const start = performance.now();
  // As many cores as are allowed it, as many threads it takes.
  const cores = Array.from({ length: threads }, (_, core) => core).join(',');
  const run = spawn('taskset', [
    '-c',
    cores,
    process.execPath,
    'lib/cli/main.js',
    'check',
    join(folder, `${files}`),
  ]);
  let [memory, busy, told] = [0, 0, ''];
  run.stderr.on('data', (words) => {
    told += words;
  });
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${run.pid}/status`, 'utf8');
      const stat = readFileSync(`/proc/${run.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
      // User and system time, in hundredths of a second.
      busy = (Number(stat[11]) + Number(stat[12])) / 100;
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  return new Promise((resolve, reject) => {
    run.on('error', reject);
    run.on('exit', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, busy, memory, told: told.trim() });
    });
  });
}

const lines = [`${blocks} blocks a file; Node ${process.version}`];
for (let threads = 1; threads <= Math.min(2, availableParallelism()); threads++) {
  const peaks: number[] = [];
  for (const files of sizes) {
    const { seconds, busy, memory, told } = await check(files, threads);
    peaks.push(memory);
    const each = ((busy * 1000) / (files * blocks)).toFixed(2);
    lines.push(
      `${threads} core${threads === 1 ? '' : 's'}, ${files} files: ${seconds.toFixed(1)} s, ${(busy / seconds).toFixed(2)} cores in use, ${each} ms of processor a block, ${Math.round(memory)} MB at most; “${told}”`,
    );
  }
  const growth = (peaks.at(-1) ?? Number.NaN) / (peaks[0] ?? Number.NaN);
  lines.push(
    `  ${most / Math.min(...sizes)} times the files take ${growth.toFixed(2)} times the memory; goal: ${flat} at most, ${growth <= flat ? 'met' : 'NOT MET'}.`,
  );
}

const sample = Array.from({ length: 500 }, (_, place) => render(blockOf(place * 7)).parts).flat();
const equations = sample.flatMap((part) => (part.kind === 'equation' ? [part.tex] : []));
const typeset = (): void => {
  for (const tex of equations) katex.renderToString(tex, { displayMode: true, ...katexOptions });
};
typeset();
const start = process.cpuUsage();
typeset();
const { user, system } = process.cpuUsage(start);
lines.push(
  `KaTeX for the equation of a block: ${((user + system) / 1000 / equations.length).toFixed(2)} ms of processor, when warm`,
);
rmSync(folder, { recursive: true });
console.log(lines.join('\n'));
if (process.argv[2] === undefined) writeFileSync('bench/check.txt', `${lines.join('\n')}\n`);
