// A million mutated pages over ten seeds: `npm run fuzz`; fewer with `npm run fuzz -- 20000`.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { publishedSeeds } from './seeds.ts';
import { watch } from './watch.ts';

/** What one process saw, with one seed of the random source. Times in ms of processor time; growth in kB an input. */
interface Run {
  readonly inputs: number;
  readonly refused: number;
  readonly findings: number;
  readonly slowest: number;
  readonly growth: number;
  readonly time: number;
}

const runs = 10;
const portion = 1000;
const [, script = '', inputs = '1000000', seed] = process.argv;
if (seed === undefined) await runAll(Number(inputs) / runs);
else console.log(JSON.stringify(runOne(Number(seed), Number(inputs))));

/** One seed in this process: what it finds goes to the standard error at once. */
function runOne(run: number, wanted: number): Run {
  const seeds = publishedSeeds();
  const heap = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  watch(0, portion, seeds);
  const before = heap();
  const start = process.cpuUsage();
  let [inputs, refused, findings, slowest] = [0, 0, 0, 0];
  for (let part = 0; inputs < wanted; part++) {
    const watched = watch(run * 100_000 + part, Math.min(portion, wanted - inputs), seeds);
    inputs += watched.inputs;
    refused += watched.refused;
    for (const { what, input } of watched.findings)
      if (++findings <= 20) process.stderr.write(`seed ${run}: ${what}\n${input}\n\n`);
    if (watched.slowest.time > slowest) {
      slowest = watched.slowest.time;
      const input = watched.slowest.input.slice(0, 1500);
      process.stderr.write(`seed ${run}: ${Math.round(slowest)} ms\n${input}\n\n`);
    }
    if (inputs % 10_000 === 0)
      process.stderr.write(`seed ${run}: ${inputs} inputs, ${findings} findings\n`);
  }
  const { user, system } = process.cpuUsage(start);
  const growth = (heap() - before) / inputs / 1000;
  return { inputs, refused, findings, slowest, growth, time: (user + system) / 1000 };
}

/** All seeds, each in a process of its own, as many at once as there are cores. */
async function runAll(each: number): Promise<void> {
  const waiting = Array.from({ length: runs }, (_, place) => place + 1).values();
  const done: Run[] = [];
  const queue = async (): Promise<void> => {
    for (const run of waiting) done.push(await inProcess(run, each));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, queue));
  const sum = (part: keyof Run): number => done.reduce((total, run) => total + run[part], 0);
  const most = (part: keyof Run): number => Math.max(...done.map((run) => run[part]));
  const text = `${[
    'Published blocks and formulas, mutated, through the whole plugin.',
    '',
    `inputs               ${sum('inputs')}, over ${runs} seeds`,
    `refused in words     ${sum('refused')}`,
    `made something       ${sum('inputs') - sum('refused')}`,
    `undeclared errors, missing places, pollution, differing outputs, hangs: ${sum('findings')}`,
    `slowest              ${Math.round(most('slowest'))} ms of processor time`,
    `growth of the heap   ${most('growth').toFixed(3)} kB an input, with the seed where it is most`,
    `mean                 ${(sum('time') / sum('inputs')).toFixed(2)} ms of processor time an input`,
  ].join('\n')}\n`;
  process.stdout.write(text);
  if (sum('inputs') >= 100_000) writeFileSync('test/fuzz/result.txt', text);
  process.exitCode = sum('findings') > 0 ? 1 : 0;
}

function inProcess(run: number, wanted: number): Promise<Run> {
  const started = spawn(process.execPath, ['--expose-gc', script, `${wanted}`, `${run}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  started.stdout.on('data', (words) => {
    told += words;
  });
  return new Promise((resolve, reject) => {
    started.on('error', reject);
    started.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`seed ${run} ended with ${code}`)),
    );
  });
}
