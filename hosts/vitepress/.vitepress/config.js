import network from 'remark-network/markdown-it';
import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'A site',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  vue: {
    template: { compilerOptions: { isCustomElement: (tag) => tag === 'network-figure' } },
  },
  markdown: { math: true, config: (md) => md.use(network) },
});
