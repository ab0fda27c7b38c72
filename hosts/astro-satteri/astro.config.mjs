import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import network from 'remark-network/astro';

export default defineConfig({ integrations: [mdx(), network({ live: true })] });
