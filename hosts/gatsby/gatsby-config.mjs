import { fileURLToPath } from 'node:url';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import remarkNetwork from 'remark-network';

export default {
  plugins: [
    {
      resolve: 'gatsby-plugin-mdx',
      options: {
        mdxOptions: {
          remarkPlugins: [remarkMath, remarkNetwork],
          rehypePlugins: [rehypeKatex],
        },
      },
    },
    {
      resolve: 'gatsby-source-filesystem',
      options: { name: 'pages', path: fileURLToPath(new URL('src/pages', import.meta.url)) },
    },
  ],
};
