import katex from '@vscode/markdown-it-katex';
import network from 'remark-network/markdown-it';

export default function (config) {
  config.amendLibrary('md', (md) => md.use(katex.default ?? katex).use(network));
  config.addPassthroughCopy({
    'node_modules/katex/dist': 'katex',
    'node_modules/remark-network/src': 'network',
    'node_modules/remark-network/lib': 'network/lib',
  });
  // Braces in a page are TeX's, not a template's.
  return { markdownTemplateEngine: false };
}
