/**
 * What the post's networks cost, warm, beside KaTeX's typesetting of their equations, as a multiple of KaTeX's. All
 * take turns; each counts by the processor time of its best turn once all are warm. Warm is what has been compiled to
 * the end: the more code there is the longer that takes.
 * `npm run bench:typesetting` writes bench/typesetting.txt.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import katex from 'katex';
import { type Compiled, compile } from '../src/compile.ts';
import type { Network } from '../src/network/network.ts';
import { equationTex } from '../src/page/tex.ts';

const post = readFileSync('content/posts/backpropagation.md', 'utf8');
const blocks = [...post.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)];
const requests = {
  everything: /./,
  'figures and equations': /^(?:figure|derive|forward)/,
  'equations alone': /^(?:derive|forward)/,
  'figures alone': /^figure/,
  'live figures alone': /^live/,
};

/** All blocks of the post, of their requests those alone that are wanted. */
function compileAll(wanted: RegExp): readonly Compiled[] {
  const networks = new Map<string, Network>();
  return blocks.flatMap(([, name = '', body = '']) => {
    const lines = body.split('\n');
    const isRequest = (line: string): boolean => /^(?:figure|derive|forward|live)/.test(line);
    const kept = lines.filter((line) => !isRequest(line) || wanted.test(line));
    const asks = kept.some(isRequest) || !lines.some(isRequest);
    if (!asks && networks.has(name)) return [];
    // A block that asks for nothing draws its network: that much is told with each.
    const compiled = compile(kept.join('\n'), { networks, ...(name !== '' && { name }) });
    if (name !== '' && compiled.network !== undefined) networks.set(name, compiled.network);
    return [compiled];
  });
}

/** Turns of each, 400 ms long, before any counts. */
const warming = 24;

/** Milliseconds of processor a run, where runs fill a span. */
function once(work: () => void, span: number): number {
  const start = process.cpuUsage();
  let [spent, count] = [0, 0];
  do {
    work();
    count += 1;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1000;
  } while (spent < span);
  return spent / count;
}

const formulas = compileAll(requests.everything).flatMap(({ parts }) =>
  parts.flatMap((part) => (part.kind === 'equation' ? [equationTex(part, '1')] : [])),
);
const works: Readonly<Record<string, () => void>> = {
  [`KaTeX, ${formulas.length} equations`]: () => {
    for (const tex of formulas) katex.renderToString(tex, { displayMode: true });
  },
  ...Object.fromEntries(
    Object.entries(requests).map(([name, wanted]) => [name, () => compileAll(wanted)]),
  ),
};
const turns = Array.from({ length: warming + 8 }, () =>
  Object.values(works).map((work) => once(work, 400)),
);
const best = Object.keys(works).map((_, place) =>
  Math.min(...turns.slice(warming).map((turn) => turn[place] ?? Number.NaN)),
);
const [one = Number.NaN] = best;
const report = Object.keys(works).map(
  (name, place) => `${name.padEnd(24)}${((best[place] ?? Number.NaN) / one).toFixed(2)}×`,
);
const goal =
  'Goal: figures and equations together below 1. A live figure is a figure, a derivation for each of its weights and the readings beside it.\n\nWhere figures and equations spend their time, by a profile: placing what is drawn and its labels 20 %, reading and resolving the block 17 %, proving 14 %, the garbage collector 12 %, the figure of several depths 8 %, drawing 5 %. KaTeX neither places nor proves.';
writeFileSync(
  'bench/typesetting.txt',
  `${report.join('\n')}\n\n${goal}\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}; caches that others use as well tell against what has the more code.\n`,
);
console.log(`one is ${one.toFixed(1)} ms here\n${report.join('\n')}`);
