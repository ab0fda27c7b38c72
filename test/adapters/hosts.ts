import { tex } from '@mdit/plugin-tex';
import { evaluate } from '@mdx-js/mdx';
import markdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { evaluate as evaluateSatteri, markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Options } from '../../src/index.ts';
import remarkNetwork from '../../src/index.ts';
import markdownItNetwork from '../../src/markdown/markdown-it.ts';
import satteriNetwork from '../../src/markdown/satteri.ts';
import { renderText } from '../../src/markdown/text.ts';
import { htmlRuntime } from '../support/html-runtime.ts';

/** A page's text into its HTML, by one host with our plugin in it. */
export type Render = (markdown: string, options?: Options) => Promise<string>;

const path = '/blog/post.md';

const remark: Render = async (markdown, options = {}) => {
  const file = new VFile({ path, value: markdown });
  return String(
    await unified()
      .use(remarkParse)
      .use(remarkMath)
      .use(remarkNetwork, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file),
  );
};

const mdx: Render = async (markdown, options = {}) => {
  const { default: Content } = await evaluate(new VFile({ path, value: markdown }), {
    ...htmlRuntime,
    remarkPlugins: [remarkMath, [remarkNetwork, options]],
    elementAttributeNameCase: 'html',
    stylePropertyNameCase: 'css',
  });
  return String(Content({}));
};

const satteri = (options: Options) => ({
  features: { math: true },
  mdastPlugins: [satteriNetwork(options)],
  fileURL: new URL(`file://${path}`),
});

const satteriMarkdown: Render = async (markdown, options = {}) =>
  markdownToHtml(markdown, satteri(options)).html;

const satteriMdx: Render = async (markdown, options = {}) => {
  const { default: Content } = await evaluateSatteri(markdown, {
    ...satteri(options),
    ...htmlRuntime,
    elementAttributeNameCase: 'html',
    stylePropertyNameCase: 'css',
  } as Parameters<typeof evaluateSatteri>[1]);
  return String((Content as (properties: object) => unknown)({}));
};

const markdownItHost: Render = async (markdown, options = {}) => {
  const { escapeHtml } = markdownIt().utils;
  const md = markdownIt({ html: true })
    .use(tex, {
      render: (content: string, displayed: boolean) =>
        displayed
          ? `<div class="math math-display">${escapeHtml(content.trim())}</div>\n`
          : `<code class="language-math math-inline">${escapeHtml(content)}</code>`,
    })
    .use(markdownItNetwork, options);
  // Hosts of markdown-it read the front matter by themselves, and leave its lines out.
  return md.render(markdown, { path });
};

/** The text that comes of a page, read by a Markdown that knows nothing of us. */
const text: Render = async (markdown, { lenient = false, ...options } = {}) => {
  const { text: written, problems, explanation } = renderText(markdown, options, path);
  if (problems.length > 0 && !lenient) throw new Error(`\n${explanation}`);
  const { html } = markdownToHtml(written, { features: { math: true } });
  return html
    .replaceAll(' markdown="1"', '')
    .replace(
      /<span class="math-inline">\\\((.*?)\\\)<\/span>/g,
      '<code class="language-math math-inline">$1</code>',
    );
};

export const hosts: readonly (readonly [string, Render])[] = [
  ['remark', remark],
  ['MDX', mdx],
  ['Sätteri', satteriMarkdown],
  ['Sätteri in MDX', satteriMdx],
  ['markdown-it', markdownItHost],
  ['text', text],
];
