import { rmSync } from 'node:fs';
import type { Options } from './markdown/options.ts';
import remarkNetwork from './markdown/remark.ts';
import satteriNetwork, { type SatteriOptions } from './markdown/satteri.ts';

export interface AstroOptions extends Omit<SatteriOptions, 'katex' | 'link'> {
  /** Whether the style sheets of figures and of KaTeX are put on every page. Without, import them where they are needed. */
  readonly styles?: boolean;
  /** Whether the half kilobyte that waits for live figures is put on every page. Without, import it where they are. */
  readonly live?: boolean;
}

/** Astro's hooks, as far as they are asked for. */
interface SetUp {
  readonly config: {
    readonly cacheDir: URL;
    readonly markdown: { readonly processor: { readonly name: string; readonly options: object } };
  };
  readonly injectScript: (stage: 'page' | 'page-ssr', content: string) => void;
}
export interface Integration {
  readonly name: string;
  readonly hooks: {
    readonly 'astro:config:setup': (options: SetUp) => Promise<void>;
    readonly 'astro:build:done': () => void;
  };
}

/**
 * The Astro integration: figures, equations and formulas of the author, in `.md` and `.mdx`, under Astro's own
 * processor and under `unified()`. Needs `katex`, and `remark-math` under `unified()`.
 *
 * Astro goes on building when an error stops an entry of a collection, and leaves an empty article; here the build
 * stops all the same, and the cache that holds the empty article goes.
 */
export default function network({
  styles = true,
  live = false,
  ...options
}: AstroOptions = {}): Integration {
  const failures: unknown[] = [];
  let cache: URL | undefined;
  return {
    name: 'remark-network',
    hooks: {
      'astro:config:setup': async ({ config, injectScript }) => {
        cache = config.cacheDir;
        await addTo(config.markdown.processor, options, failures);
        const load = (module: string) => `import "${module}";`;
        if (live) injectScript('page', load('remark-network/element'));
        if (!styles) return;
        const sheets = [
          'katex/dist/katex.min.css',
          'remark-network/style.css',
          'remark-network/links.css',
        ];
        injectScript('page-ssr', sheets.map(load).join('\n'));
      },
      'astro:build:done': () => {
        const [failure] = failures;
        if (failure === undefined) return;
        for (const store of ['data-store.json', 'data-store/'])
          rmSync(new URL(store, cache), { recursive: true, force: true });
        throw failure;
      },
    },
  };
}

type Processor = SetUp['config']['markdown']['processor'];

async function addTo(
  { name, options: given }: Processor,
  options: SatteriOptions,
  failures: unknown[],
): Promise<void> {
  const watch = <Arguments extends readonly unknown[]>(run: (...all: Arguments) => void) =>
    watched(run, failures);
  if (name === 'unified') {
    const { remarkPlugins, rehypePlugins } = given as {
      remarkPlugins: unknown[];
      rehypePlugins: unknown[];
    };
    if (!remarkPlugins.some((plugin) => isNamed(plugin, /^remark-?math$/i)))
      remarkPlugins.push(await needed('remark-math', () => import('remark-math')));
    const own = rehypePlugins.some((plugin) => isNamed(plugin, /katex|mathjax/i))
      ? {}
      : await katex();
    remarkPlugins.push(() => watch(remarkNetwork({ ...options, ...own })));
  } else if (name === 'satteri') {
    const { features, mdastPlugins } = given as {
      features: { math?: unknown };
      mdastPlugins: unknown[];
    };
    features.math ??= true;
    const plugin = satteriNetwork({ ...options, ...(await katex()) });
    mdastPlugins.unshift({ ...plugin, before: watch(plugin.before) });
  } else throw new Error(`remark-network knows the processors satteri and unified, not “${name}”.`);
}

/** Where nobody else typesets, KaTeX does, and the terms of equations are linked to their figures. */
const katex = async (): Promise<Options> => ({
  katex: await needed('katex', () => import('katex')),
  link: 'katex',
});

/** The default export of a package that the site has to bring. */
async function needed<Export>(
  name: string,
  load: () => Promise<{ default: Export }>,
): Promise<Export> {
  try {
    return (await load()).default;
  } catch (cause) {
    throw new Error(`remark-network needs ${name} here: npm install ${name}`, { cause });
  }
}

/** Whether a plugin, or one with its options, has a name such as this. */
function isNamed(plugin: unknown, name: RegExp): boolean {
  const [first] = Array.isArray(plugin) ? plugin : [plugin];
  return name.test(typeof first === 'function' ? first.name : String(first));
}

function watched<Arguments extends readonly unknown[]>(
  run: (...all: Arguments) => void,
  failures: unknown[],
): (...all: Arguments) => void {
  return (...all) => {
    try {
      run(...all);
    } catch (failure) {
      failures.push(failure);
      throw failure;
    }
  };
}
