import { renderText } from '../core.ts';
import { read } from './input.ts';

/** What is wrong in a file, as `--json` tells it. */
export interface CheckedFile {
  readonly file: string;
  readonly blocks: number;
  readonly mistakes: readonly object[];
  readonly explanation: string;
}

export function checkFile(file: string, notation: string | undefined): CheckedFile {
  const options = notation === undefined ? {} : { notation };
  const { blocks, problems, explanation } = renderText(read(file), options, file);
  return { file, blocks, explanation, mistakes: problems.map((problem) => ({ file, ...problem })) };
}
