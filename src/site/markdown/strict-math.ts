import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** Stops the build at formulas that KaTeX can't typeset, which rehype-katex would print in red. */
export default function rehypeStrictMath() {
  return (_: Root, file: VFile): void => {
    const failed = file.messages.filter((message) => message.source === 'rehype-katex');
    const [first] = failed;
    if (first === undefined) return;
    const { line, column } = first;
    // Astro looks for the place in `loc` where it reads Markdown, and beside it where it reads MDX.
    throw Object.assign(new Error(failed.map((each) => described(file, each)).join('\n')), {
      line,
      column,
      loc: { file: file.path, line, column },
    });
  };
}

function described({ path }: VFile, { line = 1, column = 1, cause, reason }: VFileMessage): string {
  return `${path}:${line}:${column}: ${cause instanceof Error ? cause.message : reason}`;
}
