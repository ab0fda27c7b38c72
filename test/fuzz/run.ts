// A million mutated pages over ten seeds: `npm run fuzz`; fewer with `npm run fuzz -- 20000`.
import { writeFileSync } from 'node:fs';
import { publishedSeeds } from './seeds.ts';
import { type Finding, watch } from './watch.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const runs = 10;
const portion = 1000;
const seeds = publishedSeeds();
const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

watch(0, portion, seeds);
const before = heap();
const start = performance.now();
const findings: Finding[] = [];
let [inputs, refused, slowest] = [0, 0, 0];
for (let run = 1; run <= runs; run++) {
  for (let part = 0; part * portion < wanted / runs; part++) {
    const watched = watch(run * 100_000 + part, Math.min(portion, wanted / runs), seeds);
    inputs += watched.inputs;
    refused += watched.refused;
    slowest = Math.max(slowest, watched.slowest.time);
    for (const finding of watched.findings) {
      findings.push({ ...finding, input: '' });
      if (findings.length <= 50) process.stderr.write(`${finding.what}\n${finding.input}\n\n`);
    }
    if (slowest === watched.slowest.time)
      process.stderr.write(
        `${Math.round(slowest)} ms\n${watched.slowest.input.slice(0, 1500)}\n\n`,
      );
  }
  process.stderr.write(`seed ${run}: ${inputs} inputs, ${findings.length} findings\n`);
}
const growth = (heap() - before) / inputs / 1000;
const text = `${[
  'Published blocks and formulas, mutated, through the whole plugin.',
  '',
  `inputs               ${inputs}, over ${runs} seeds`,
  `refused in words     ${refused}`,
  `made something       ${inputs - refused}`,
  `undeclared errors, missing places, pollution, differing outputs, hangs: ${findings.length}`,
  `slowest              ${Math.round(slowest)} ms of processor time`,
  `growth of the heap   ${growth.toFixed(3)} kB an input`,
  `mean                 ${((performance.now() - start) / inputs).toFixed(2)} ms an input`,
].join('\n')}\n`;
process.stdout.write(text);
if (inputs >= 100_000) writeFileSync('test/fuzz/result.txt', text);
process.exitCode = findings.length > 0 ? 1 : 0;
