import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { explanations } from './explained.ts';
import { folders } from './folders.ts';

/** What Stryker tells of a mutant. */
interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}
type Files = Readonly<
  Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
>;

/** A mutant that no test notices: where, what stands there, and what the mutant has in its place. */
export interface Survivor {
  readonly file: string;
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly mutator: string;
}

const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

/** Writes the score of each folder, why survivors can't be noticed, and those that could be, to `results.txt`. */
export function report(): void {
  const blocks = folders.flatMap(({ name, goal }) => {
    const path = `test/output/mutation/${name}.json`;
    if (!existsSync(path)) return [];
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { readonly files: Files };
    return [of(name, goal, files)];
  });
  writeFileSync('test/mutation/results.txt', `${blocks.join('\n\n')}\n`);
  console.log(blocks.join('\n\n'));
}

function of(name: string, goal: number, files: Files): string {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (of: readonly Mutant[], statuses: ReadonlySet<string>): number =>
    of.filter(({ status }) => statuses.has(status)).length;
  const score = (of: readonly Mutant[]): string => {
    const [yes, no] = [count(of, noticed), count(of, unnoticed)];
    return `${((100 * yes) / Math.max(1, yes + no)).toFixed(1).padStart(5)} %  ${yes} of ${yes + no}`;
  };
  const tried = count(mutants, new Set([...noticed, ...unnoticed]));
  const left = count(mutants, new Set(['RuntimeError']));
  const sample = left === 0 ? '' : `, drawn from ${tried + left},`;
  const survivors = survivorsOf(files);
  const lines = Object.entries(files)
    .filter(([, file]) => file.mutants.length > 0)
    .map(([path, file]) => `  ${path.padEnd(36)} ${score(file.mutants)}`);
  const explained = explanations.flatMap(({ reason, fits }) => {
    const all = survivors.filter(fits);
    return all.length === 0 ? [] : [`  ${all.length} ${reason}`];
  });
  const open = survivors.filter((each) => !explanations.some(({ fits }) => fits(each)));
  return [
    `${name}: ${score(mutants).trim()} mutants${sample} are noticed, ${goal} % are asked for`,
    ...lines,
    ...(explained.length === 0
      ? []
      : ['  Survivors that change nothing anyone could see:', ...explained]),
    `  ${open.length} other survivors${open.length === 0 ? '' : ', by file:'}`,
    ...open.map(
      ({ file, line, original, replacement }) =>
        `    ${file}:${line} ${short(original)}  →  ${short(replacement)}`,
    ),
  ].join('\n');
}

function survivorsOf(files: Files): readonly Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => unnoticed.has(status))
      .map(({ mutatorName, replacement = '', location: { start, end } }) => {
        const text = lines.slice(start.line - 1, end.line).join('\n');
        const tail = (lines[end.line - 1]?.length ?? 0) - (end.column - 1);
        return {
          file,
          line: `${start.line}:${start.column}`,
          original: text.slice(start.column - 1, text.length - tail),
          replacement,
          mutator: mutatorName,
        };
      })
      .sort((a, b) => Number.parseInt(a.line, 10) - Number.parseInt(b.line, 10));
  });
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 70 ? `${flat.slice(0, 50)} … ${flat.slice(-16)}` : flat;
}
