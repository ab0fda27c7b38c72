import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import remarkNetwork, { katexOptions } from '../lib/index.js';

/** A page with the same figure and the same equations, made in one of several ways. */
export interface WeighedPage {
  readonly name: string;
  readonly title: string;
  /** What the figure and the equations are found by once they can be read; each has to be there. */
  readonly readable: readonly string[];
}

const block = 'x[2] -> h[2] -> y[2]\nfigure focus w^1_{11}\nderive w^1_{11}';
const words = 'How much does the error change with the first weight? Both paths count.';

const flowchart = [
  'flowchart LR',
  ...[1, 2].flatMap((to) => [1, 2].map((from) => `x${from} -->|w1_${to}${from}| h${to}`)),
  ...[1, 2].flatMap((to) => [1, 2].map((from) => `h${from} -->|w2_${to}${from}| y${to}`)),
].join('\n');

const figure = 'figure svg path';
const typeset = '.katex-display .katex-html';

export const pages: readonly WeighedPage[] = [
  { name: 'ours', title: 'remark-network, KaTeX at build time', readable: [figure, typeset] },
  {
    name: 'mermaid',
    title: 'Mermaid for the figure, in the browser',
    readable: ['.mermaid svg .edgeLabel', typeset],
  },
  {
    name: 'mathjax',
    title: 'MathJax for the equations, in the browser',
    readable: [figure, 'mjx-container[display] mjx-math'],
  },
];

const ours = '<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/links.css">';
const katex = '<link rel="stylesheet" href="/katex/katex.min.css">';
const mermaid =
  '<script src="/mermaid.min.js"></script><script>mermaid.initialize({ startOnLoad: true });</script>';
const mathjax = `<script>window.MathJax = { output: { fontPath: '/mathjax/%%FONT%%-font' } };</script>
<script defer src="/mathjax/tex-chtml.js"></script>`;

const html = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A network</title>${head}
<h1>A network</h1><p>${words}</p>${body}</html>`;

/** The block as HTML, its terms linked to its figure or not; where something else shall typeset, its formulas as TeX. */
async function built({
  typesets,
  linked,
}: {
  readonly typesets: boolean;
  readonly linked: boolean;
}): Promise<string> {
  const made = unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkNetwork, {
      ...(linked && { link: 'katex' as const }),
    });
  const tree = made.use(remarkRehype);
  const done = typesets ? tree.use(rehypeKatex, katexOptions) : tree;
  return String(await done.use(rehypeStringify).process(`\`\`\`network\n${block}\n\`\`\`\n`));
}

const partOf = (text: string, start: RegExp): string => {
  const at = text.search(start);
  if (at < 0) throw new Error(`nothing of ${start} in the page`);
  return text.slice(at);
};

/** Writes the pages and all that they load into a folder. */
export async function writePages(folder: string): Promise<void> {
  const whole = await built({ typesets: true, linked: true });
  const equations = partOf(
    await built({ typesets: true, linked: false }),
    /<div class="network-equation/,
  );
  const plain = await built({ typesets: false, linked: false });
  // MathJax looks for its own marks of displayed formulas, as its readers write them.
  const marked = plain.replace(
    /<code class="[^"]*math-display[^"]*">([\s\S]*?)<\/code>/g,
    (_, tex) => `\\[${tex}\\]`,
  );
  const texts: Readonly<Record<string, string>> = {
    ours: html(katex + ours, whole),
    mermaid: html(katex + mermaid, `<pre class="mermaid">${flowchart}</pre>${equations}`),
    mathjax: html(ours + mathjax, marked),
  };
  for (const [name, text] of Object.entries(texts))
    writeFileSync(join(folder, `${name}.html`), text);
  for (const file of ['style.css', 'links.css']) cpSync(join('src', file), join(folder, file));
  cpSync('node_modules/katex/dist/katex.min.css', join(folder, 'katex/katex.min.css'));
  cpSync('node_modules/katex/dist/fonts', join(folder, 'katex/fonts'), { recursive: true });
  cpSync(peer('mermaid/dist/mermaid.min.js'), join(folder, 'mermaid.min.js'));
  const mathjaxHome = dirname(peer('mathjax/tex-chtml.js'));
  mkdirSync(join(folder, 'mathjax'));
  cpSync(mathjaxHome, join(folder, 'mathjax'), { recursive: true });
  cpSync(
    join(mathjaxHome, '../@mathjax/mathjax-newcm-font'),
    join(folder, 'mathjax/mathjax-newcm-font'),
    { recursive: true },
  );
}

const peer = (name: string): string => fileURLToPath(import.meta.resolve(name));
