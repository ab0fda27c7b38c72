import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { explanations } from './explained.ts';
import { folders } from './folders.ts';
import { isDrawn } from './sample.ts';

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
interface Run {
  readonly files: Files;
  readonly config: { readonly inProcess: { readonly oneIn: number } };
}

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
/** Of mutants that are not among those that are tried. */
const left = 'RuntimeError';

const results = 'test/mutation/results.txt';

/**
 * Shows the score of each folder, why survivors can't be noticed, and those that could be; keeps it in `results.txt`,
 * where folders that were not run stay as they are.
 */
export function report(isKept: boolean): void {
  const before = existsSync(results) ? readFileSync(results, 'utf8').trimEnd().split('\n\n') : [];
  const blocks = folders.flatMap(({ name, goal }) => {
    const path = `test/output/mutation/${name}${isKept ? '' : '-files'}.json`;
    if (!existsSync(path)) return before.filter((block) => block.startsWith(`${name}: `));
    const { files, config } = JSON.parse(readFileSync(path, 'utf8')) as Run;
    return [of(name, goal, drawn(files, config.inProcess.oneIn))];
  });
  if (isKept) writeFileSync(results, `${blocks.join('\n\n')}\n`);
  console.log(blocks.join('\n\n'));
}

/** Stryker tells of mutants that no test reaches without asking the runner: those not drawn are left out here. */
function drawn(files: Files, oneIn: number): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, { source, mutants }]) => [
      file,
      {
        source,
        mutants: mutants.map((mutant) =>
          isDrawn({ file, ...mutant }, oneIn) ? mutant : { ...mutant, status: left },
        ),
      },
    ]),
  );
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
  const rest = count(mutants, new Set([left]));
  const sample = rest === 0 ? '' : `, drawn from ${tried + rest},`;
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
