import theme from 'vitepress/theme';
import { onMounted } from 'vue';
import 'remark-network/style.css';
import 'remark-network/links.css';

export default {
  extends: theme,
  // Once Vue has found the page as it was built: figures that can be touched change it.
  setup() {
    onMounted(() => import('remark-network/element'));
  },
};
