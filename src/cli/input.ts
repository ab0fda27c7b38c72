import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A misuse of the command, told with a hint of what to write. */
export class Misuse extends Error {}

/** The text of a file, or of the standard input where it is called `-`. */
export function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Misuse(`${file} can't be read: ${(error as Error).message}`);
  }
}

/** The files that are named, those of folders included, each once and in order. */
export function filesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap(within))];
}

function within(name: string): readonly string[] {
  if (name === '-') return [name];
  const found = statSync(name, { throwIfNoEntry: false });
  if (found === undefined) throw new Misuse(`There is no file or folder ${name}.`);
  if (!found.isDirectory()) return [name];
  return readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.(?:mdx?|markdown)$/.test(file) && !/(?:^|[/\\])node_modules[/\\]/.test(file),
    )
    .sort()
    .map((file) => join(name, file));
}
