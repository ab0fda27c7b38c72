import 'katex/dist/katex.min.css';
import 'remark-network/style.css';

export const metadata = { title: 'A page', icons: { icon: 'data:,' } };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
