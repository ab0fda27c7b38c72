import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import rehypeKatex from 'rehype-katex';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkNetwork from 'remark-network';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { schema } from './schema.js';

const guests = process.argv.includes('--sanitize');
const processor = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkNetwork)
  .use(remarkRehype, { allowDangerousHtml: guests });
if (guests) processor.use(rehypeRaw).use(rehypeSanitize, schema);
const html = await processor.use(rehypeKatex).use(rehypeStringify).process(readFileSync('page.md'));

mkdirSync('dist', { recursive: true });
cpSync('node_modules/katex/dist', 'dist/katex', { recursive: true });
for (const sheet of ['style.css', 'links.css'])
  cpSync(`node_modules/remark-network/src/${sheet}`, `dist/${sheet}`);
cpSync('node_modules/remark-network/lib', 'dist/network', { recursive: true });
writeFileSync(
  'dist/index.html',
  `<!doctype html><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/katex/katex.min.css"><link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/links.css">
<script type="module" src="/network/element/element.js"></script>
${html}`,
);
