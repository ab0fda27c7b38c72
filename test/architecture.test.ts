import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly file: string;
  readonly target: string;
  /** Gone when compiled: `import type`. */
  readonly typesOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|astro)$/.test(file),
);
const statement = /(?:^(?:import|export) (type )?[^;']*?from |import |import\()'([^']+)'/gm;
const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(statement)].map(
    ([, types, target = '']) => ({ file, target, typesOnly: types !== undefined }),
  ),
);

/** The folder that a file is in, or the file itself at the top. */
const home = (file: string): string => file.split('/')[0] ?? file;
const isRelative = ({ target }: Import): boolean => target.startsWith('.');
const targetHome = ({ file, target }: Import): string =>
  home(normalize(join(dirname(file), target)));

/** Who may know whom; a folder knows itself, and everyone knows certain.ts, diagnostic.ts and limits.ts. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  'certain.ts': [],
  'diagnostic.ts': [],
  'limits.ts': [],
  'bounds.ts': ['diagram', 'figure.ts', 'network', 'svg'],
  syntax: [],
  network: ['syntax'],
  calculus: ['network', 'syntax'],
  diagram: ['network', 'syntax'],
  latex: ['calculus', 'network', 'syntax'],
  svg: ['diagram', 'network'],
  tikz: ['diagram'],
  'figure.ts': ['diagram', 'network', 'latex', 'svg'],
  'lines.ts': ['calculus', 'network', 'syntax'],
  'equation.ts': ['calculus', 'figure.ts', 'latex', 'lines.ts', 'network'],
  picture: ['calculus', 'diagram', 'figure.ts', 'network', 'svg', 'syntax'],
  live: ['calculus', 'diagram', 'figure.ts', 'network', 'svg', 'syntax'],
  depth: ['diagram', 'figure.ts', 'network', 'svg', 'syntax'],
  'walk.ts': ['figure.ts', 'network', 'picture', 'svg'],
  'compile.ts': [
    'bounds.ts',
    'depth',
    'equation.ts',
    'figure.ts',
    'live',
    'network',
    'picture',
    'syntax',
    'walk.ts',
  ],
  element: ['calculus', 'live', 'network', 'svg'],
  check: ['calculus', 'latex', 'network', 'syntax'],
  page: ['check', 'compile.ts', 'figure.ts', 'network', 'svg', 'syntax'],
  markdown: ['figure.ts', 'network', 'page', 'svg'],
  'complete.ts': ['network', 'syntax'],
  'render-elements.ts': ['markdown', 'page', 'render.ts', 'svg'],
  'render.ts': ['compile.ts', 'figure.ts', 'page', 'svg', 'tikz'],
  'core.ts': [
    'compile.ts',
    'complete.ts',
    'figure.ts',
    'markdown',
    'render-elements.ts',
    'render.ts',
    'svg',
    'tikz',
  ],
  cli: ['core.ts', 'page'],
  'index.ts': ['core.ts', 'markdown'],
  'astro.ts': ['markdown'],
  site: [],
};

describe('the line of the architecture', () => {
  it('has a rule for every place', () => {
    expect([...new Set(files.map(home))].sort()).toEqual(Object.keys(mayKnow).sort());
  });

  it.each(Object.entries(mayKnow))('%s knows only %j', (place, known) => {
    const strangers = imports
      .filter((each) => home(each.file) === place && isRelative(each))
      .filter(
        (each) =>
          ![place, 'certain.ts', 'diagnostic.ts', 'limits.ts', ...known].includes(targetHome(each)),
      );
    expect(strangers).toEqual([]);
  });

  it('brings packages and Node into the places at its edge alone', () => {
    const outside = imports.filter((each) => !isRelative(each) && home(each.file) !== 'site');
    const known = new Map<string, Set<string>>();
    for (const { file, target } of outside)
      known.set(home(file), (known.get(home(file)) ?? new Set()).add(target));
    expect(Object.fromEntries([...known].map(([place, of]) => [place, [...of].sort()]))).toEqual({
      markdown: ['hast', 'mdast', 'vfile', 'vfile-message'],
      'astro.ts': ['katex', 'node:fs', 'remark-math'],
      cli: [
        '@resvg/resvg-js',
        'katex',
        'node:fs',
        'node:fs/promises',
        'node:os',
        'node:path',
        'node:timers/promises',
        'node:util',
        'node:worker_threads',
        'sharp',
      ],
    });
    // Of unist there are types only: nothing has to be installed for them to be run.
    const unist = outside.filter((each) => home(each.file) === 'markdown');
    expect(unist.filter(({ typesOnly }) => !typesOnly)).toEqual([]);
  });

  it('leads nowhere in a circle once it is compiled', () => {
    const next = new Map<string, string[]>();
    for (const each of imports.filter((one) => isRelative(one) && !one.typesOnly)) {
      const target = normalize(join(dirname(each.file), each.target));
      next.set(each.file, [...(next.get(each.file) ?? []), target]);
    }
    const done = new Set<string>();
    const circle = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      done.add(file);
      for (const target of next.get(file) ?? []) {
        const found = circle(target, [...path, file]);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    for (const file of next.keys()) expect(circle(file, [])).toBeUndefined();
  });

  it('keeps clocks, chance and state of the machine out of the package', () => {
    // The element is the browser's own; the command and the integration are Node's.
    const ours = files.filter(
      (each) => !['astro.ts', 'cli', 'element', 'site'].includes(home(each)),
    );
    for (const file of ours) {
      const text = readFileSync(join('src', file), 'utf8').replaceAll(
        /\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g,
        '',
      );
      expect(text, file).not.toMatch(
        /Math\.random|Date\.|new Date|process\.|globalThis|window\.|document\./,
      );
      expect(text, file).not.toMatch(/^(let|var) /m);
    }
  });

  it('lets the site know the package by its name only', () => {
    const own = imports.filter((each) => home(each.file) === 'site' && isRelative(each));
    expect(own.filter((each) => targetHome(each) !== 'site')).toEqual([]);
    expect(
      imports.some(
        (each) => home(each.file) === 'site' && each.target.startsWith('remark-network'),
      ),
    ).toBe(true);
  });

  it('keeps files small', () => {
    for (const file of files.filter((each) => !each.endsWith('glyphs.ts'))) {
      expect(readFileSync(join('src', file), 'utf8').split('\n').length, file).toBeLessThan(250);
    }
  });
});
