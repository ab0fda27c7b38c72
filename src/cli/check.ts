import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CheckedFile, checkFile } from './check-file.ts';
import { filesOf, Misuse } from './input.ts';

export interface CheckSettings {
  readonly json?: boolean | undefined;
  readonly notation?: string | undefined;
}

/** So many files have to be checked before a second thread has paid for its start. */
const enoughForThreads = 40;

/** Checks files, tells what is wrong in their order, and whether nothing is. */
export async function check(
  names: readonly string[],
  { json = false, notation }: CheckSettings,
): Promise<boolean> {
  const files = filesOf(names);
  if (files.length === 0)
    throw new Misuse('check wants files or folders: remark-network check content/');
  const progress = progressOf(files.length);
  const checked =
    files.length < enoughForThreads
      ? files.map((file) => progress(checkFile(file, notation)))
      : await inThreads(files, notation, progress);
  progress(undefined);
  const mistakes = checked.flatMap((each) => each.mistakes);
  const blocks = checked.reduce((sum, each) => sum + each.blocks, 0);
  if (json)
    process.stdout.write(`${JSON.stringify({ files: files.length, blocks, mistakes }, null, 2)}\n`);
  else {
    for (const { explanation } of checked)
      if (explanation !== '') process.stdout.write(`${explanation}\n\n`);
    process.stderr.write(
      `${counted(mistakes.length, 'mistake')} in ${counted(blocks, 'block')} of ${counted(files.length, 'file')}\n`,
    );
  }
  return mistakes.length === 0;
}

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

/** Tells on a terminal how far it is; a call with nothing wipes that away. */
function progressOf(files: number) {
  const { stderr } = process;
  let done = 0;
  return <Checked extends CheckedFile | undefined>(checked: Checked): Checked => {
    if (!stderr.isTTY || files < 10) return checked;
    done++;
    stderr.write(checked === undefined ? '\r\x1b[K' : `\r${done} of ${files} files\x1b[K`);
    return checked;
  };
}

/** As many threads as there are cores, each given a file when it has done one. */
async function inThreads(
  files: readonly string[],
  notation: string | undefined,
  progress: (checked: CheckedFile) => CheckedFile,
): Promise<readonly CheckedFile[]> {
  const checked = new Map<string, CheckedFile>();
  const waiting = files.values();
  const script = new URL(
    import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js',
    import.meta.url,
  );
  const thread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(script, { workerData: { notation } });
      const next = (): void => {
        const { value, done } = waiting.next();
        if (done) worker.terminate().then(() => resolve(), reject);
        else worker.postMessage(value);
      };
      worker.on('error', reject);
      worker.on('message', (result: CheckedFile) => {
        checked.set(result.file, progress(result));
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, thread));
  return files.flatMap((file) => checked.get(file) ?? []);
}
