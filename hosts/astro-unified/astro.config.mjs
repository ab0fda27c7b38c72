import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import network from 'remark-network/astro';

export default defineConfig({
  markdown: { processor: unified() },
  integrations: [mdx(), network()],
});
