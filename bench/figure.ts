import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { graphs } from './graphs.ts';
import { tools } from './peers.ts';

/**
 * Times figures against those of the tools that draw the same graph by themselves: cold, from the start of a process to
 * its first figure, and warm, the median of the second half of those that it makes in some seconds more. The tools take turns, so that each meets the same machine;
 * what counts are the ratios.
 */
interface Timing {
  readonly cold: number;
  readonly warm: number;
  readonly bytes: number;
}

const rounds = 3;
const warming = 3000;
type Size = keyof typeof graphs;
const contests: readonly (readonly [Size, readonly string[]])[] = [
  ['small', Object.keys(tools)],
  ['large', ['remark-network', 'graphviz']],
];

const [, script = '', tool, size] = process.argv;
if (tool === undefined) compare();
else await time(tool, size as Size);

/** One tool in a process of its own. */
async function time(name: string, size: Size): Promise<void> {
  const draw = await tools[name]?.();
  if (draw === undefined) throw new Error(`no tool ${name}`);
  const svg = await draw(graphs[size]);
  const cold = performance.now();
  const warm: number[] = [];
  while (performance.now() - cold < warming || warm.length < 2) {
    const start = performance.now();
    await draw(graphs[size]);
    warm.push(performance.now() - start);
  }
  const late = warm.slice(Math.floor(warm.length / 2));
  const timing: Timing = { cold, warm: median(late), bytes: gzipSync(svg, { level: 9 }).length };
  console.log(JSON.stringify(timing));
  // Workers and browsers of the peers would keep the process.
  process.exit();
}

function compare(): void {
  const tables = contests.map(([size, names]) => {
    const runs = Array.from({ length: rounds }, () =>
      names.map((name): Timing => {
        const out = execFileSync(process.execPath, [script, name, size], { encoding: 'utf8' });
        return JSON.parse(out.trim().split('\n').at(-1) ?? '');
      }),
    );
    const of = (column: number, part: keyof Timing): number =>
      median(runs.map((run) => run[column]?.[part] ?? Number.NaN));
    const times = (column: number, part: keyof Timing): string =>
      `${(of(column, part) / of(0, part)).toPrecision(3)} ×`;
    const rows = names.map((name, column) =>
      [name, times(column, 'cold'), times(column, 'warm'), `${of(column, 'bytes')} B`]
        .map((cell) => cell.padEnd(18))
        .join('')
        .trimEnd(),
    );
    const head = ['', 'cold', 'warm', 'gzipped']
      .map((cell) => cell.padEnd(18))
      .join('')
      .trimEnd();
    return [graphs[size].title, head, ...rows].join('\n');
  });
  const about = `As many times as long as remark-network; medians of ${rounds} rounds, tools in turns.`;
  const text = `${[about, ...tables].join('\n\n')}\n`;
  writeFileSync(fileURLToPath(new URL('figure.txt', import.meta.url)), text);
  console.log(text);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
