import { readFileSync } from 'node:fs';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import remarkNetwork, { katexOptions, type Options } from '../../src/index.ts';

/** Markdown as a plain host makes it: remark, our plugin, KaTeX. */
export async function renderHtml(markdown: string, options: Options = {}): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkNetwork, options)
    .use(remarkRehype)
    .use(rehypeKatex, katexOptions)
    .use(rehypeStringify)
    .process(markdown);
  return String(file);
}

/** A page of a host's own with our style sheets and KaTeX's, and nothing else. */
export const hostPage = (body: string, scripts = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${['node_modules/katex/dist/katex.min.css', 'src/style.css', 'src/links.css']
    .map((file) => readFileSync(file, 'utf8'))
    .join(
      '\n',
    )}</style>${scripts}</head><body><main style="font:17px/1.5 serif;max-width:46rem;margin:auto;padding:0 1rem">${body}</main></body></html>`;
