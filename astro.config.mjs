import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import remarkNetwork from 'remark-network';
import rehypeFocusableMath from './src/site/markdown/focusable-math.ts';
import rehypeStrictMath from './src/site/markdown/strict-math.ts';

export default defineConfig({
  site: process.env.SITE ?? 'https://remark-network.example',
  srcDir: './src/site',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap()],
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math', 'network'] },
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    },
    processor: unified({
      remarkPlugins: [remarkMath, remarkNetwork],
      rehypePlugins: [rehypeKatex, rehypeStrictMath, rehypeFocusableMath],
    }),
  },
});
