/**
 * Times a derivation beside those of tools that differentiate formulas: cold, from the start of a process to its first
 * result, and warm, the median of the second half of those that it makes in a moment more. Tools take turns; what
 * counts are the ratios. `npm run bench:derivation` writes bench/derivation.txt.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loss, type Task, tools, weight } from './derivers.ts';

interface Timing {
  readonly cold: number;
  readonly warm: number;
}

/** How many times as long the quickest other should take, warm. */
const goal = 10;
const rounds = 3;
const warming = 400;
/** Who takes longer for one network, in ms, is not waited for, and not asked again. */
const patience = 6000;

const twoWide = (layers: number): Task => ({
  title: `2 wide, ${layers} layers`,
  widths: Array.from({ length: layers }, () => 2),
});
const tasks: readonly Task[] = [
  { title: '1-1-1', widths: [1, 1, 1] },
  { title: '2-2-2', widths: [2, 2, 2] },
  { title: '2-2-2-2', widths: [2, 2, 2, 2] },
  twoWide(6),
  twoWide(8),
  twoWide(12),
];

/** The system's own Python: SymPy comes from its packages, as python3-sympy. */
const python = '/usr/bin/python3';
const inPython = fileURLToPath(new URL('sympy-derive.py', import.meta.url));
const sympy = spawnSync(python, ['-c', 'import sympy; print(sympy.__version__)'], {
  encoding: 'utf8',
});

const [, script = '', tool, place] = process.argv;
if (tool === undefined) {
  // Who is not installed would seem to have no result: `npm ci --prefix bench --ignore-scripts` brings all.
  for (const load of Object.values(tools)) await load();
  compare();
} else await time(tool, tasks[Number(place)]);

/** One tool with one network, in a process of its own. */
async function time(name: string, task: Task | undefined): Promise<void> {
  const derive = await tools[name]?.();
  if (derive === undefined || task === undefined) throw new Error(`no tool ${name}`);
  const text = derive(task);
  const cold = performance.now();
  if (text.length < 4 || /^0*$|NaN|undefined/.test(text))
    throw new Error(`no derivative, but ${text}`);
  const warm: number[] = [];
  while (performance.now() - cold < warming || warm.length < 2) {
    const start = performance.now();
    derive(task);
    warm.push(performance.now() - start);
  }
  const timing: Timing = { cold, warm: median(warm.slice(Math.floor(warm.length / 2))) };
  console.log(JSON.stringify(timing));
}

/** Nothing where the tool took too long or failed. */
function run(name: string, place: number): Timing | undefined {
  const task = tasks[place];
  if (task === undefined) return undefined;
  const [program, args] =
    name === 'sympy'
      ? [python, [inPython, loss(task), weight, `${warming}`, `${Date.now()}`]]
      : [process.execPath, [script, name, `${place}`]];
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: patience });
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1) ?? '') : undefined;
}

function compare(): void {
  const names = [...Object.keys(tools), ...(sympy.status === 0 ? ['sympy'] : [])];
  const tables = tasks.map(({ title }, place) => {
    const runs = new Map<string, readonly Timing[] | undefined>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, before] of runs) {
        const timing = before && run(name, place);
        runs.set(name, timing && before && [...before, timing]);
      }
    }
    const of = (name: string, part: keyof Timing): number =>
      median((runs.get(name) ?? []).map((timing) => timing[part]));
    const times = (name: string, part: keyof Timing): string => {
      const ratio = of(name, part) / of('remark-network', part);
      return Number.isNaN(ratio) ? 'none' : `${ratio.toPrecision(3)} ×`;
    };
    const rows = names.map((name) => line([name, times(name, 'cold'), times(name, 'warm')]));
    const quickest = Math.min(
      ...names.slice(2).map((name) => of(name, 'warm') || Number.POSITIVE_INFINITY),
    );
    const lead = quickest / of('remark-network', 'warm');
    const verdict = `The quickest other, warm: ${lead.toPrecision(3)} ×; goal ${goal} ×, ${lead >= goal ? 'met' : 'NOT MET'}.`;
    const table = [line([title, 'cold', 'warm']), ...rows, verdict].join('\n');
    console.log(`${table}\n${of('remark-network', 'warm').toFixed(3)} ms here\n`);
    return table;
  });
  const about = [
    `∂E/∂w of the first weight, linear units: as many times as long as remark-network; medians of ${rounds} rounds, tools in turns.`,
    `“none”: no result within ${patience / 1000} s, the start included.`,
    'Tools for formulas are given the loss as one formula and write one derivative; mathjs simplifies it, raw it does not;',
    'remark-network reads a block, derives line by line, tries every line at numbers, and writes LaTeX;',
    sympy.status === 0
      ? `SymPy ${sympy.stdout.trim()} is Python's; its cache is emptied each time.`
      : 'SymPy is not here: apt-get install python3-sympy.',
    '“of it, no proof” is its reading and deriving alone; cold, it reads TypeScript besides.',
    'Where the goal is not met the profile tells why. Of the time for 2-2-2, over a third goes into the proof, a quarter into',
    'reading the block and making its network, and under a fifth each into deriving and into writing LaTeX with its reasons; of',
    'that for 12 layers, six tenths into the proof. The others do none of this but the deriving: raw, mathjs differentiates',
    'a formula and writes it. For small networks that is little; the formula doubles with each layer, and with it their time.',
  ].join('\n');
  const text = `${[about, ...tables].join('\n\n')}\n`;
  writeFileSync(fileURLToPath(new URL('derivation.txt', import.meta.url)), text);
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.padEnd(20))
    .join('')
    .trimEnd();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
