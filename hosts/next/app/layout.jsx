import 'katex/dist/katex.min.css';
import 'remark-network/style.css';
import 'remark-network/links.css';
import Live from './live.jsx';

export const metadata = { title: 'A page', icons: { icon: 'data:,' } };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Live />
      </body>
    </html>
  );
}
