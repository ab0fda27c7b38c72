import {
  chmodSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file as a whole or not at all: whoever kills this process leaves what stood there before. The text goes to a
 * hidden file beside it first, which site builders pass over.
 */
export function write(file: string, text: string | Uint8Array): void {
  const named = resolve(file);
  mkdirSync(dirname(named), { recursive: true });
  const there = statSync(named, { throwIfNoEntry: false });
  // Of a pipe or a device nothing stands beside it.
  if (there !== undefined && !there.isFile()) {
    writeFileSync(named, text);
    return;
  }
  // A link goes on leading to its file.
  const target = there === undefined ? named : realpathSync(named);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text);
    if (there !== undefined) chmodSync(beside, there.mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
