import theme from 'vitepress/theme';
import 'remark-network/style.css';

export default theme;
