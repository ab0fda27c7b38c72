import { readFile } from 'node:fs/promises';
import type { Graph } from './graphs.ts';

/** Draws a graph and gives the SVG. */
export type Draw = (graph: Graph) => string | Promise<string>;

/** Peers live in a folder of their own, and are looked for only when they run. */
// biome-ignore lint/suspicious/noExplicitAny: their types are not installed here
const peer = (name: string): Promise<any> => import(import.meta.resolve(name));

/** Each loads what it needs, and no more: the time until its first figure counts. Labels are such as it draws fastest. */
export const tools: Readonly<Record<string, () => Promise<Draw>>> = {
  'remark-network': async () => {
    const { compile, markup } = await peer('../lib/core.js');
    return ({ network }) => markup(compile(network).parts[0].svg);
  },
  graphviz: async () => {
    const { instance } = await peer('@viz-js/viz');
    const viz = await instance();
    return ({ edges, isLabelled }) => {
      // Names as mathematics, as near as it comes. Past what can be labelled it is spared labels, as we are: they take it eight times as long.
      const label = (weight: string): string =>
        isLabelled
          ? `[label=<${weight.replace(/_(\w+)_(\w+)/, '<SUP>$1</SUP><SUB>$2</SUB>')}>]`
          : '';
      const lines = edges.map(({ from, to, weight }) => `${from} -> ${to} ${label(weight)}`);
      return viz.renderString(`digraph { rankdir=LR; splines=line; ${lines.join(';')} }`, {
        format: 'svg',
      });
    };
  },
  d2: async () => {
    const { D2 } = await peer('@terrastruct/d2');
    const d2 = new D2();
    return async ({ edges }) => {
      const lines = edges.map(({ from, to, weight }) => `${from} -> ${to}: ${weight}`);
      const { diagram, renderOptions } = await d2.compile(
        ['direction: right', ...lines].join('\n'),
      );
      return d2.render(diagram, renderOptions);
    };
  },
  mermaid: async () => {
    const { openBrowser } = await peer('../test/support/browser.ts');
    const script = new URL(import.meta.resolve('mermaid/dist/mermaid.min.js'));
    const browser = await openBrowser();
    const page = await browser.newPage();
    await page.addScriptTag({ content: await readFile(script, 'utf8') });
    return ({ edges }) => {
      const lines = edges.map(({ from, to, weight }) => `${from} -->|${weight}| ${to}`);
      return page.evaluate(
        async (text: string) => {
          const { mermaid } = globalThis as never as {
            mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
          };
          return (await mermaid.render('figure', text)).svg;
        },
        ['flowchart LR', ...lines].join('\n'),
      );
    };
  },
};
