import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import remarkNetwork from 'remark-network';

export default {
  title: 'A site',
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: true,
  favicon: 'data:,',
  clientModules: ['./src/live.js'],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: '/',
          sidebarPath: undefined,
          remarkPlugins: [remarkMath, remarkNetwork],
          rehypePlugins: [rehypeKatex],
        },
        blog: false,
        theme: { customCss: './src/css/custom.css' },
      },
    ],
  ],
};
