import createMDX from '@next/mdx';

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-math', 'remark-network'],
    rehypePlugins: ['rehype-katex'],
  },
});

export default withMDX({ output: 'export', pageExtensions: ['js', 'jsx', 'ts', 'tsx', 'mdx'] });
