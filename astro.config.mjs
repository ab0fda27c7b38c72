import { readFileSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import remarkNetwork, { katexOptions } from 'remark-network';
import rehypeAccessible from './src/site/markdown/accessible.ts';
import rehypeContents from './src/site/markdown/contents.ts';
import rehypeHeights from './src/site/markdown/heights.ts';
import rehypeLive from './src/site/markdown/live.ts';
import rehypeStrictMath from './src/site/markdown/strict-math.ts';
import rehypeTools from './src/site/markdown/tools.ts';
import rehypeUnbrokenPunctuation from './src/site/markdown/unbroken-punctuation.ts';
import plainImports from './src/site/plain-imports.ts';
import smallScripts from './src/site/small-scripts.ts';
import woff2Only from './src/site/woff2-only.ts';

export default defineConfig({
  site: process.env.SITE ?? 'https://remark-network.example',
  srcDir: './src/site',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap()],
  // Fonts and style sheets as files, never within a page: its content policy allows nothing else.
  vite: { plugins: [woff2Only(), smallScripts(), plainImports()], build: { assetsInlineLimit: 0 } },
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math', 'network'] },
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
      // The package's own grammars: blocks that pages show as they are written have colours.
      langs: ['network', 'markdown-network'].map((name) =>
        JSON.parse(readFileSync(`editors/${name}.tmLanguage.json`, 'utf8')),
      ),
    },
    processor: unified({
      remarkPlugins: [remarkMath, [remarkNetwork, { link: 'katex' }]],
      rehypePlugins: [
        [rehypeKatex, katexOptions],
        rehypeStrictMath,
        rehypeUnbrokenPunctuation,
        rehypeAccessible,
        rehypeHeights,
        rehypeContents,
        rehypeLive,
        rehypeTools,
      ],
    }),
  },
});
