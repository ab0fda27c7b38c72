import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
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
  const [first] = problems;
  const place = first && { start: first.start, end: first.end };
  const error = file.message(message, { ...(place && { place }), source: 'remark-network' });
  file.messages.pop();
  return Object.assign(error, facts, { fatal: true, ruleId: first?.code });
}

/** One error with all problems of a file; `loc` and `frame` are what Astro's and Vite's overlays read. */
export function failure(problems: readonly Problem[], source: Source, path: string): Error {
  const [first] = problems;
  const error = new Error(`\n${explain(problems, source, path)}`);
  if (first === undefined) return error;
  const { line, column } = first.start;
  const loc = { file: path, line, column };
  return Object.assign(error, { file: path, loc, frame: frame(first, source) });
}
