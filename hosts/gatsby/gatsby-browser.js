import 'katex/dist/katex.min.css';
import 'remark-network/style.css';
import 'remark-network/links.css';

// Once React has found the page as it was built: figures that can be touched change it.
export const onInitialClientRender = () => {
  import('remark-network/element');
};
