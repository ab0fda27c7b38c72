/**
 * The block that takes longest: for each kind of thing that a block can ask for, the largest block that is made, and
 * the largest that is tried here, refused or not; processor time, warm, best of three. No block of 20,000 characters
 * should take more than 250 ms. `npm run bench:worst` writes bench/worst.txt, and the slowest kinds into the docs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { type Compiled, compile } from '../src/compile.ts';
import { limits } from '../src/limits.ts';
import { limitsPage, slowestOf, withSlowest } from './worst-table.ts';

/** Milliseconds of processor time. */
const goal = 250;
const runs = 3;

interface Kind {
  readonly title: string;
  /** The largest size that is tried. */
  readonly most: number;
  /** A block of a size. */
  readonly block: (size: number) => string;
}

const list = (count: number, write: (place: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, place) => write(place)).join(between);
const wide = (width: number): string => `x[${width}] -> h[${width}] -> y[${width}]`;
const deep = (layers: number, width = 2): string =>
  `x[${width}] -> h^1[${width}] -> ... -> h^{${layers - 2}}[${width}] -> y[${width}]`;
const classifier = 'activation tanh, y: softmax\nbias b^l_j\nloss cross-entropy';
const values = (width: number): string =>
  ['x', 't', 'w^1', 'w^2', 'b^1', 'b^2']
    .map((name) => `${name} = ${list(name.startsWith('w') ? width ** 2 : width, () => '.5', ' ')}`)
    .join('\n');
const forms = ['chain', 'paths', 'delta', 'index', 'matrix'];

const kinds: readonly Kind[] = [
  { title: 'figure, three layers', most: 250, block: (n) => `${wide(n)}\nfigure` },
  {
    title: 'figure, a weight in focus',
    most: 250,
    block: (n) => `${wide(n)}\nfigure focus w^1_{11}`,
  },
  { title: 'figure, deep', most: 128, block: (n) => `${deep(n, 30)}\nfigure focus w^1_{11}` },
  { title: 'figures, small', most: 64, block: (n) => `${wide(3)}\n${list(n, () => 'figure')}` },
  {
    title: 'figures, one focus each',
    most: 64,
    block: (n) => `${wide(6)}\n${list(n, (at) => `figure focus w^1_{1${(at % 6) + 1}}`)}`,
  },
  {
    title: 'figure, many focuses',
    most: 12,
    block: (n) =>
      `${wide(7)}\nfigure focus ${list(n, (at) => `w^1_{${(at % 7) + 1}${(at % 5) + 1}}`, ' ')}`,
  },
  {
    title: 'figures, many focuses',
    most: 64,
    block: (n) =>
      `${wide(4)}\n${list(n, () => `figure focus ${list(6, (at) => `w^1_{${(at % 4) + 1}${(at % 3) + 1}}`, ' ')}`)}`,
  },
  {
    title: 'figure, paths',
    most: 12,
    block: (n) => `${deep(8)}\nfigure focus w^1_{11}, path 1-${n}`,
  },
  {
    title: 'figure, values and gradients',
    most: 60,
    block: (n) =>
      `${wide(n)}\nactivation sigmoid\nbias b^l_j\n${values(n)}\nfigure values gradients show biases targets`,
  },
  ...forms.flatMap((form): Kind[] => [
    {
      title: `derive as ${form}, wide`,
      most: 100,
      block: (n) => `${wide(n)}\n${classifier}\nderive w^1_{11} as ${form}`,
    },
    {
      title: `derive as ${form}, deep`,
      most: 128,
      block: (n) => `${deep(n)}\nactivation gelu\nbias b^l_j\nderive w^1_{11} as ${form}`,
    },
    {
      title: `derivations as ${form}`,
      most: 64,
      block: (n) => `${wide(4)}\n${classifier}\n${list(n, () => `derive w^1_{11} as ${form}`)}`,
    },
  ]),
  ...['squared', 'cross-entropy'].map(
    (loss): Kind => ({
      title: `softmax, ${loss}`,
      most: 1024,
      block: (n) =>
        `x[2] -> h^1[3] -> h^2[3] -> y[${n}]\nactivation sigmoid, y: softmax\nbias b^l_j\nloss ${loss}\nderive w^1_{11} as matrix`,
    }),
  ),
  {
    title: 'derive as delta, 6 wide, deep',
    most: 128,
    block: (n) => `${deep(n, 6)}\n${classifier}\nderive w^1_{11} as delta`,
  },
  { title: 'derive by an input', most: 64, block: (n) => `${deep(n, 4)}\nderive x_1 as delta` },
  {
    title: 'derive as numbers',
    most: 60,
    block: (n) =>
      `${wide(n)}\nactivation sigmoid\nbias b^l_j\n${values(n)}\nrate 0.5\nderive w^1_{11} as numbers`,
  },
  {
    title: 'derive as numbers, examples',
    most: 64,
    block: (n) =>
      `x[8] -> h[8] -> y[2]\nactivation tanh\nx = ${list(n, () => '1 2 3 4 5 6 7 8', ';')}\nt = ${list(n, () => '1 2', ';')}\nw^1 = ${list(64, () => '.1', ' ')}\nw^2 = ${list(16, () => '.2', ' ')}\nrate 1\n${list(8, () => 'derive w^1_{11} as numbers')}`,
  },
  {
    title: 'derive as table',
    most: 64,
    block: (n) =>
      `x[8] -> h[8] -> y[8]\nactivation gelu\nderive ${list(n, (at) => `w^1_{${(at % 8) + 1}${Math.floor(at / 8) + 1}}`, ' ')} as table`,
  },
  {
    title: 'derive as table, wide',
    most: 64,
    block: (n) =>
      `x[80] -> h[80] -> y[80]\nactivation gelu\nderive ${list(n, (at) => `w^1_{1,${at + 1}}`, ' ')} as table`,
  },
  {
    title: 'derivations with steps',
    most: 64,
    block: (n) =>
      `${wide(3)}\nactivation gelu\n${list(n, () => 'derive w^1_{11} as delta, steps')}`,
  },
  { title: 'forward, wide', most: 100, block: (n) => `${wide(n)}\nbias b^l_j\nforward` },
  {
    title: 'forward, often',
    most: 64,
    block: (n) => `${wide(8)}\nactivation gelu\n${list(n, () => 'forward')}`,
  },
  { title: 'live, wide', most: 16, block: (n) => `${wide(n)}\nlive` },
  {
    title: 'live, deep',
    most: 60,
    block: (n) => `${deep(n)}\nactivation tanh\nlive plot error training`,
  },
  {
    title: 'live, often',
    most: 64,
    block: (n) => `${wide(3)}\n${list(n, () => 'live plot error training')}`,
  },
  {
    title: 'edges one by one',
    most: 1500,
    block: (n) => list(n, (at) => `a_{${at}} -> b_{${(7 * at) % n}}`),
  },
  {
    title: 'edges one by one, every pair',
    most: 55,
    block: (n) =>
      `weights w_N\n${list(n, (to) => list(to, (from) => `a_{${from}}->a_{${to}}`))}\nderive w_1 as delta`,
  },
  {
    title: 'names in vain',
    most: 64,
    block: (n) =>
      `x[300] -> h[360] -> y[30]\n${list(n, () => `figure focus ${list(60, (at) => `v_{${at}}`, ' ')}`)}`,
  },
  { title: 'words in vain', most: 2000, block: (n) => list(n, () => 'wieghts w') },
  {
    title: 'values in vain',
    most: 1500,
    block: (n) => `x[1024] -> y[140]\n${list(n, (at) => `w_{${at}}x = 1`)}`,
  },
  {
    title: 'a circle',
    most: 1500,
    block: (n) => list(n, (at) => `a_{${at}} -> a_{${(at + 1) % n}}`),
  },
];

const isMade = ({ parts, diagnostics }: Compiled): boolean =>
  parts.length > 0 && diagnostics.length === 0;

/** The largest size that is made, found by halving. */
function largest({ most, block }: Kind, fits: (text: string) => boolean): number {
  let [made, refused] = [0, most + 1];
  while (refused - made > 1) {
    const middle = Math.floor((made + refused) / 2);
    if (fits(block(middle))) made = middle;
    else refused = middle;
  }
  return made;
}

/** The best of some runs behind a first one. */
function time(text: string): number {
  const times = Array.from({ length: runs + 1 }, () => {
    const start = process.cpuUsage();
    compile(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times.slice(1));
}

const only = process.argv[2];
const rows = kinds
  .filter(({ title }) => only === undefined || title.startsWith(only))
  .map((kind) => {
    const isShort = (text: string): boolean => text.length <= limits.block;
    const made = largest(kind, (text) => isShort(text) && isMade(compile(text)));
    const written = largest(kind, isShort);
    const spent = [made, written].map((size) => (size === 0 ? 0 : time(kind.block(size))));
    const row = { title: kind.title, made, written, spent, most: Math.max(...spent) };
    console.log(`${kind.title}: ${made} made, ${spent.map(Math.round).join(', ')} ms`);
    return row;
  })
  .sort((a, b) => b.most - a.most);
const [slowest] = rows;
const cell = (value: string | number, width = 10): string => `${value}`.padStart(width);
const text = [
  `Milliseconds of processor time, warm, best of ${runs}: of the largest block that is made, and of the largest that was tried, refused or not; each of ${limits.block} characters or less. Goal: ${goal} at most.\n`,
  `${'kind'.padEnd(32)}${cell('size made')}${cell('ms')}${cell('size')}${cell('ms')}`,
  ...rows.map(
    ({ title, made, written, spent: [first = 0, last = 0] }) =>
      `${title.padEnd(32)}${cell(made)}${cell(first.toFixed(0))}${cell(written)}${cell(last.toFixed(0))}`,
  ),
  `\nThe slowest is “${slowest?.title}”: ${slowest?.most.toFixed(0)} ms, ${(slowest?.most ?? 0) <= goal ? 'met' : 'NOT MET'}. Load of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`,
].join('\n');
if (only === undefined) {
  writeFileSync('bench/worst.txt', `${text}\n`);
  writeFileSync(limitsPage, withSlowest(readFileSync(limitsPage, 'utf8'), slowestOf(text)));
}
console.log(text);
