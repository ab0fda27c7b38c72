// Every figure of the gallery, light and dark, those of the draft beside what was drawn by hand: `npm run report`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { markup } from '../../src/svg/markup.ts';
import { figures } from './sheet.ts';

/** The draft's six figures in their order, by the examples that draw the same. */
const drafts = [
  'one-weight 1',
  'hidden-unit 1',
  'two-outputs 1',
  'contributing-part 1',
  'reduced-network 1',
  'two-hidden-layers 1',
];

const inBoth = (svg: string): string =>
  ['light', 'dark'].map((scheme) => `<div class="${scheme}">${svg}</div>`).join('');

const all = new Map(figures().map(({ name, svg }) => [name, markup(svg)]));
const beside = drafts.map((name, place) => {
  const svg = all.get(name);
  if (svg === undefined) throw new Error(`the gallery has no figure “${name}”`);
  const png = readFileSync(`test/pictures/draft/${place + 1}.png`).toString('base64');
  const drawn = `<img alt="Drawn by hand" src="data:image/png;base64,${png}">`;
  return `<h3>${name}</h3><div class="row"><div class="light">${drawn}</div>${inBoth(svg)}</div>`;
});
const others = [...all].map(
  ([name, svg]) => `<h3>${name}</h3><div class="row">${inBoth(svg)}</div>`,
);
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The figures of the gallery</title>
<style>${readFileSync('src/style.css', 'utf8')}
body { font: 15px system-ui, sans-serif; margin: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
.row > div { flex: 1 1 320px; padding: 8px; text-align: center; border-radius: 6px; }
.light { color-scheme: light; background: #fff; border: 1px solid #ddd; }
.dark { color-scheme: dark; background: #151517; }
img { max-width: 100%; max-height: 260px; }
</style>
<h1>The figures of the gallery</h1>
<h2>The draft’s, drawn by hand, and computed</h2>
${beside.join('\n')}
<h2>All of them, light and dark</h2>
${others.join('\n')}
</html>
`;
mkdirSync('test/output', { recursive: true });
writeFileSync('test/output/gallery.html', page);
