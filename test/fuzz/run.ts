// A million pages, mutated or composed, over ten seeds: `npm run fuzz`; fewer with `npm run fuzz -- 20000`.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { publishedSeeds } from './seeds.ts';
import { watch } from './watch.ts';

/**
 * What one process saw, with one seed of the random source. Times in ms of processor time; growth in kB an input: the
 * slope of the line through the heap's sizes after each portion, in least squares, once it is warm.
 */
interface Run {
  readonly seed: number;
  readonly inputs: number;
  readonly refused: number;
  readonly findings: number;
  readonly slowest: number;
  readonly growth: number;
  readonly time: number;
}

const runs = 10;
const portion = 1000;
/** Code that is compiled, tables that are filled: what a process takes once is no growth. */
const mostWarming = 5000;
const [, script = '', inputs = '1000000', seed] = process.argv;
if (seed === undefined) await runAll(Number(inputs) / runs);
else console.log(JSON.stringify(runOne(Number(seed), Number(inputs))));

/** One seed in this process: what it finds goes to the standard error at once. */
function runOne(run: number, wanted: number): Run {
  const seeds = publishedSeeds();
  const heap = (): number => {
    // What one collection lets go another may free.
    for (let times = 0; times < 3; times++) globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const warm = Math.min(mostWarming, wanted / 4);
  const heaps: [inputs: number, size: number][] = [];
  const start = process.cpuUsage();
  let [inputs, refused, findings, slowest] = [0, 0, 0, 0];
  for (let part = 0; inputs < wanted; part++) {
    const watched = watch(run * 100_000 + part, Math.min(portion, wanted - inputs), seeds);
    inputs += watched.inputs;
    const size = heap();
    if (inputs >= warm) heaps.push([inputs, size]);
    refused += watched.refused;
    for (const { what, input } of watched.findings)
      if (++findings <= 20) process.stderr.write(`seed ${run}: ${what}\n${input}\n\n`);
    if (watched.slowest.time > slowest) {
      slowest = watched.slowest.time;
      const input = watched.slowest.input.slice(0, 1500);
      process.stderr.write(`seed ${run}: ${Math.round(slowest)} ms\n${input}\n\n`);
    }
    if (inputs % 10_000 === 0)
      process.stderr.write(
        `seed ${run}: ${inputs} inputs, ${findings} findings, heap ${(size / 1e6).toFixed(1)} MB\n`,
      );
  }
  const { user, system } = process.cpuUsage(start);
  const growth = slope(heaps) / 1000;
  return { seed: run, inputs, refused, findings, slowest, growth, time: (user + system) / 1000 };
}

/** Of the line that is nearest to some points; 0 where there is but one. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (axis: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const moment = (of: (dx: number, dy: number) => number): number =>
    points.reduce((sum, [px, py]) => sum + of(px - x, py - y), 0);
  return points.length < 2 ? 0 : moment((dx, dy) => dx * dy) / moment((dx) => dx * dx);
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
  const grown = done.toSorted((one, other) => other.growth - one.growth);
  const text = `${[
    'Published blocks and formulas, mutated, and composed ones, through the whole plugin.',
    '',
    `inputs               ${sum('inputs')}, over ${runs} seeds`,
    `refused in words     ${sum('refused')}`,
    `made something       ${sum('inputs') - sum('refused')}`,
    `undeclared errors, missing places, pollution, differing outputs, hangs: ${sum('findings')}`,
    `slowest              ${Math.round(most('slowest'))} ms of processor time`,
    `growth of the heap   ${grown.map(({ seed, growth }) => `${growth.toFixed(3)} (seed ${seed})`).join(', ')} kB an input`,
    `                     (the slope of the line through its sizes after every ${portion}, collected, from the ${mostWarming}th on)`,
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
