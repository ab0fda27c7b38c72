import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
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

/** One error with all problems of the file; `loc` and `frame` are what Astro's and Vite's overlays read. */
export function failure(problems: readonly Problem[], source: Source, file: VFile): VFileMessage {
  const [first] = problems;
  const message = new VFileMessage(`\n${explain(problems, source, file.path ?? 'text')}`, {
    ...(first && { place: { start: first.start, end: first.end }, ruleId: first.code }),
    source: 'remark-network',
  });
  const loc = first && { file: file.path, line: first.start.line, column: first.start.column };
  return Object.assign(message, {
    fatal: true,
    file: file.path,
    loc,
    frame: first && frame(first, source),
  });
}
