import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { mdsvex } from 'mdsvex';
import rehypeKatex from 'rehype-katex-svelte';
import remarkMath from 'remark-math';
import remarkNetwork from 'remark-network';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      extensions: ['.svelte', '.md'],
      preprocess: [
        mdsvex({
          extensions: ['.md'],
          remarkPlugins: [remarkMath, remarkNetwork],
          rehypePlugins: [rehypeKatex],
        }),
      ],
    }),
  ],
});
