import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { certain } from '../certain.ts';
import type { Source } from '../page/place.ts';
import { explain, frame, type Problem } from '../page/problem.ts';

/** Keeps a problem with the file, for language servers and reporters. */
export function note(problem: Problem, file: VFile): void {
  const { start, end, code, hint, expected } = problem;
  const message = file.message(problem.message, {
    place: { start, end },
    source: 'remark-network',
    ruleId: code,
  });
  if (hint !== undefined) message.note = hint;
  if (expected !== undefined) message.expected = [...expected];
}

/** One error with all problems of the file, as `VFile` makes them; the file itself keeps the problems one by one. */
export function failed(problems: readonly Problem[], source: Source, file: VFile): VFileMessage {
  const { message, ...facts } = failure(problems, source, file.path ?? 'text');
  const { start, end, code } = certain(problems[0]);
  const error = file.message(message, { place: { start, end }, source: 'remark-network' });
  file.messages.pop();
  return Object.assign(error, facts, { fatal: true, ruleId: code });
}

/** One error with all problems of a file; `loc` and `frame` are what Astro's and Vite's overlays read. */
export function failure(problems: readonly Problem[], source: Source, path: string): Error {
  const first = certain(problems[0]);
  const error = new Error(`\n${explain(problems, source, path)}`);
  const { line, column } = first.start;
  const loc = { file: path, line, column };
  return Object.assign(error, { file: path, loc, frame: frame(first, source) });
}
