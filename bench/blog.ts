import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How a blog is set up: Astro's own processor, or unified with the plugins that a user brings to it. */
export type Processor = 'satteri' | 'unified';

/** Posts with so many blocks each, 10 or fewer; with none they have the same words and formulas all the same. */
export interface Blog {
  readonly processor: Processor;
  readonly posts: number;
  readonly blocks: number;
}

const configs: Readonly<Record<Processor, string>> = {
  satteri: `
import { defineConfig } from 'astro/config';
import network from 'remark-network/astro';

export default defineConfig({ integrations: [network()] });
`,
  unified: `
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { katexOptions } from 'remark-network';
import network from 'remark-network/astro';

export default defineConfig({
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [[rehypeKatex, katexOptions]] }),
  },
  integrations: [network({ link: 'katex' })],
});
`,
};

const page = `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('posts')).map((post) => ({ params: { slug: post.id }, props: { post } }));
const { post } = Astro.props;
const { Content } = await render(post);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{post.data.title}</title></head>
  <body><h1>{post.data.title}</h1><article><Content /></article></body>
</html>
`;

const collection = `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { posts: defineCollection({ loader: glob({ base: './posts', pattern: '*.md', deferRender: true }) }) };
`;

/** The blocks of the gallery that have both a figure and a derivation: what a post would show of a network. */
const ordinary: readonly string[] = readdirSync('content/examples')
  .sort()
  .flatMap((file) => [
    ...readFileSync(join('content/examples', file), 'utf8').matchAll(
      /^```network.*\n([\s\S]*?)^```$/gm,
    ),
  ])
  .map(([, text = '']) => text.trimEnd())
  .filter((text) => /^figure/m.test(text) && /^derive/m.test(text));

/** How many of them there are. */
export const kinds = ordinary.length;

const words = `
What a network answers is a formula of its weights, and so its error $E$ is one, too. How much does it change when a
weight $w$ does, all else held as it is? The chain rule says it: each path from the weight to the error gives a product
of factors, and the gradient $\\partial E / \\partial w$ is their sum. *Backpropagation* shares what these products have in common.
`;

/** A post; every figure has a caption of its own, so that no block of the blog is like another. */
function post(place: number, blocks: number): string {
  const parts = Array.from({ length: blocks }, (_, at) => {
    const number = place * blocks + at;
    const text = ordinary[number % kinds] ?? '';
    const captioned = text.replace(/^figure.*$/m, (line) =>
      line.includes('caption "') ? line : `${line} caption "Network ${number}."`,
    );
    return `\n\`\`\`network\n${captioned}\n\`\`\`\n`;
  });
  const body = Array.from({ length: 10 }, (_, at) => `${words}${parts[at] ?? ''}`);
  return `---\ntitle: Post ${place}\n---\n${body.join('')}`;
}

/** Writes the project into an empty folder, with the packages of this one and the plugin as it was built. */
export function writeBlog(folder: string, { posts, blocks, processor }: Blog): void {
  mkdirSync(join(folder, 'posts'), { recursive: true });
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, 'astro.config.mjs'), configs[processor]);
  writeFileSync(join(folder, 'src/content.config.ts'), collection);
  writeFileSync(join(folder, 'src/pages/[slug].astro'), page);
  for (let place = 0; place < posts; place++)
    writeFileSync(join(folder, `posts/${place}.md`), post(place, blocks));
  // Each package by a link of its own: Astro keeps its cache in node_modules, and builds must not share it.
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const each of readdirSync('node_modules').filter((name) => !name.startsWith('.')))
    symlinkSync(resolve('node_modules', each), join(packages, each));
  mkdirSync(join(packages, 'remark-network'));
  for (const each of ['package.json', 'lib', 'src/style.css', 'src/links.css'])
    cpSync(each, join(packages, 'remark-network', each), { recursive: true });
}
