import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { folders, slowFiles, slowTests } from './folders.ts';
import { report } from './report.ts';

/**
 * Makes one change after another in the source of each folder that is named, of all if none is, and counts those that
 * no test notices. With ONE_IN=4 it makes a quarter of them, the same on every run; WORKERS=1 takes one processor. Files
 * that are named behind their folder are the only ones that are changed: what comes of them is shown and not kept. With
 * AGAIN=1 only those are made that a run before did not make, that survived it and have a new test, or whose test is gone.
 */
const output = 'test/output/mutation';
/** All that runs without a browser or a shell. */
const sources = 'src/{*,!(site|cli|element)/*}.ts';
const stryker = 'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
const named = process.argv.slice(2);
const only = named.filter((name) => name.includes('/'));
const again = process.env.AGAIN !== undefined;
const before = `${output}/before.json`;
const kept = only.length === 0;
const chosen = folders.filter(({ name }) => named.length === 0 || named.includes(name));

mkdirSync(output, { recursive: true });
for (const { name, mutate, tests } of chosen) {
  const results = `${output}/${name}${kept ? '' : '-files'}.json`;
  if (again) copyFileSync(results, before);
  const settings = {
    plugins: ['./test/mutation/runner.mjs'],
    testRunner: 'in-process',
    inProcess: {
      sources: globSync(sources).sort(),
      files: tests.flatMap((pattern) => globSync(pattern, { exclude: slowFiles }).sort()),
      slow: slowTests,
      oneIn: Number(process.env.ONE_IN ?? 1),
    },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.WORKERS ?? 2),
    timeoutMS: 5000,
    timeoutFactor: 4,
    tempDirName: `.mutation/${name}`,
    ignorePatterns: [
      '/.mutation',
      '/biome.json',
      '/bench',
      '/dist',
      '/hosts',
      '/lib',
      '/test/mutation',
      '/test/output',
      '/test/pictures',
    ],
    reporters: ['json', 'dots'],
    jsonReporter: { fileName: results },
    incremental: again,
    incrementalFile: before,
    mutate: kept ? mutate : only,
  };
  const file = `${output}/${name}.config.json`;
  writeFileSync(file, JSON.stringify(settings));
  const { status } = spawnSync(process.execPath, [stryker, 'run', file], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
report(kept);
