import type { Root } from 'hast';
import type { VFile } from 'vfile';

/** Stops the build at a formula that KaTeX can't typeset, which rehype-katex would print in red. */
export default function rehypeStrictMath() {
  return (_: Root, file: VFile): void => {
    const first = file.messages.find((message) => message.source === 'rehype-katex');
    if (first === undefined) return;
    const cause = first.cause instanceof Error ? first.cause.message : first.reason;
    throw Object.assign(
      new Error(`${file.path}:${first.line ?? 1}:${first.column ?? 1}: ${cause}`),
      {
        loc: { file: file.path, line: first.line, column: first.column },
      },
    );
  };
}
