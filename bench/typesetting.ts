/**
 * What the post's networks cost, warm, beside KaTeX's typesetting of their equations: the median of 30 runs, as a
 * multiple of KaTeX's. `npm run bench:typesetting` writes bench/typesetting.txt.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import katex from 'katex';
import { type Compiled, compile } from '../src/compile.ts';
import type { Network } from '../src/network/network.ts';
import { equationTex } from '../src/page/tex.ts';

const post = readFileSync('content/posts/backpropagation.md', 'utf8');
const blocks = [...post.matchAll(/^```network *(\S*)\n([\s\S]*?)^```$/gm)];
const requests = {
  everything: /./,
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

function median(work: () => void): number {
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(10).sort((a, b) => a - b)[15] ?? Number.NaN;
}

const formulas = compileAll(requests.everything).flatMap(({ parts }) =>
  parts.flatMap((part) => (part.kind === 'equation' ? [equationTex(part, '1')] : [])),
);
const one = median(() => {
  for (const tex of formulas) katex.renderToString(tex, { displayMode: true });
});
const report = [
  `${`KaTeX, ${formulas.length} equations`.padEnd(24)}1.00×`,
  ...Object.entries(requests).map(
    ([name, wanted]) => `${name.padEnd(24)}${(median(() => compileAll(wanted)) / one).toFixed(2)}×`,
  ),
];
writeFileSync('bench/typesetting.txt', `${report.join('\n')}\n`);
console.log(`one is ${one.toFixed(1)} ms here\n${report.join('\n')}`);
