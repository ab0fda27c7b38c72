/**
 * How time and memory grow with the size of what is asked for: processor time against edges, depth and blocks in one
 * page, as exponents. From one size to the next it is log(time ratio) / log(size ratio): 1 is linear, 2 quadratic.
 * `npm run bench:growth` writes bench/growth.txt.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { compile } from '../src/compile.ts';
import remarkNetwork from '../src/markdown/remark.ts';
import { page } from './page.ts';

interface Growth {
  readonly title: string;
  readonly sizes: readonly number[];
  /** What is made at a size, once. */
  readonly make: (size: number) => void;
}

/** Highest exponent that counts as linear, and most memory for the largest page, in MB. */
const goal = { exponent: 1.2, memory: 512 };
const why =
  'Past 400 terms, here between 96 and 128 layers, a δ recursion goes by layers instead of units, which is the form of matrices and takes about twice the time at that size. Each form is measured by itself.';
const runs = 5;
const pageSizes = [250, 500, 1000, 2000];

const wide = (edges: number): string => {
  const width = Math.round(Math.sqrt(edges / 2));
  return `x[${width}] -> h[${width}] -> y[${width}]\nactivation h: tanh\nbias b^l_j`;
};
const deep = (layers: number): string =>
  `x[2] -> h^1[2] -> ... -> h^{${layers - 2}}[2] -> y[2]\nactivation tanh\nbias b^l_j`;

function made(block: string): void {
  const { parts, diagnostics } = compile(block);
  if (parts.length === 0) throw new Error(diagnostics[0]?.message ?? 'nothing was made');
}

function read(blocks: number): void {
  const reader = unified().use(remarkParse).use(remarkNetwork).freeze();
  const text = page(blocks);
  reader.runSync(reader.parse(text), text);
}

const edges = [128, 512, 2048, 8192, 32768];
const layers = [8, 16, 32, 64, 128];
/** Up to where the recursion goes by units. */
const layersOfUnits = [6, 12, 24, 48, 96];
const growths: Readonly<Record<string, Growth>> = {
  'edges-figure': {
    title: 'figure, edges',
    sizes: edges,
    make: (size) => made(`${wide(size)}\nfigure`),
  },
  'edges-delta': {
    title: 'derive as delta, edges',
    // More than these are more work than one block may ask for.
    sizes: edges.slice(0, -1),
    make: (size) => made(`${wide(size)}\nderive w^1_{11} as delta`),
  },
  'depth-figure': {
    title: 'figure, layers',
    sizes: layers,
    make: (size) => made(`${deep(size)}\nfigure`),
  },
  'depth-delta': {
    title: 'derive as delta, layers',
    sizes: layersOfUnits,
    make: (size) => made(`${deep(size)}\nderive w^1_{11} as delta`),
  },
  'depth-matrix': {
    title: 'derive as matrix, layers',
    sizes: layers,
    make: (size) => made(`${deep(size)}\nderive w^1_{11} as matrix`),
  },
  blocks: { title: 'blocks in one page', sizes: pageSizes, make: read },
};

const [, script = '', only, memorySize] = process.argv;
if (only === undefined) report();
else if (memorySize !== undefined) {
  read(Number(memorySize));
  console.log(process.resourceUsage().maxRSS / 1024);
} else console.log(JSON.stringify(times(growths[only])));

/** Milliseconds of processor at each size, the best of several: all threads, the collector's and the compiler's too. */
function times(growth: Growth | undefined): readonly number[] {
  if (growth === undefined) throw new Error(`no growth ${only}`);
  const { sizes, make } = growth;
  // So that no size pays for the compiler's warming: what is small is warmed by what is large, and the other way round.
  for (const start = performance.now(); performance.now() - start < 6000; ) sizes.forEach(make);
  return sizes.map((size) => Math.min(...Array.from({ length: runs }, () => once(make, size))));
}

/** Small ones are repeated until they can be read off the processor's clock. */
function once(make: (size: number) => void, size: number): number {
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let count = 0;
  do {
    make(size);
    count += 1;
  } while (spent() < 200);
  return spent() / count;
}

/** Each growth in a process of its own, so that none inherits another's heap. */
function report(): void {
  const alone = (...words: readonly string[]): string =>
    execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  const lines = Object.entries(growths).map(([name, { title, sizes }]) => {
    const spent: readonly number[] = JSON.parse(alone(name));
    console.log(`${title}: ${spent.map((time) => time.toFixed(1)).join(', ')} ms`);
    const between = sizes.slice(1).map((_, place) => exponent(sizes, spent, place, place + 1));
    const overall = exponent(sizes, spent, 0, sizes.length - 1);
    // Between small sizes a step tells what a few units more switch on, and no growth.
    const worst = Math.max(overall, between.at(-1) ?? 0);
    return [
      title.padEnd(26),
      sizes.join(', ').padEnd(30),
      between
        .map((each) => each.toFixed(2))
        .join(', ')
        .padEnd(26),
      overall.toFixed(2).padEnd(9),
      worst <= goal.exponent ? 'met' : 'NOT MET',
    ].join('');
  });
  const largest = pageSizes.at(-1) ?? 0;
  const memory = Number(alone('blocks', `${largest}`));
  const text = [
    `Growth of processor time, best of ${runs}, as exponents: 1 is linear. Goal: at most ${goal.exponent} overall, and from the last size but one to the last.\n`,
    `${'what grows'.padEnd(26)}${'sizes'.padEnd(30)}${'from size to size'.padEnd(26)}${'overall'.padEnd(9)}goal`,
    ...lines,
    `\n${largest} blocks in one page: ${Math.round(memory)} MB at most, of the whole process; goal: below ${goal.memory}, ${memory < goal.memory ? 'met' : 'NOT MET'}.`,
    `\n${why}`,
    `\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`,
  ].join('\n');
  writeFileSync('bench/growth.txt', `${text}\n`);
  console.log(text);
}

function exponent(
  sizes: readonly number[],
  spent: readonly number[],
  from: number,
  to: number,
): number {
  const ratio = (values: readonly number[]): number =>
    Math.log((values[to] ?? Number.NaN) / (values[from] ?? Number.NaN));
  return ratio(spent) / ratio(sizes);
}
