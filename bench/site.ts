/**
 * What the plugin takes of a whole `astro build`: 500 posts of 10 blocks beside the same posts with their blocks taken
 * out, and beside 250; whose code the processor is in meanwhile; under Astro's own processor, and under unified with
 * remark-math and rehype-katex. `npm run bench:site` writes bench/site.txt; with a number behind it, it tries fewer posts
 * and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Blog, kinds, type Processor, writeBlog } from './blog.ts';
import { type Owners, timeOfOwners } from './profile.ts';

const wanted = Number(process.argv[2] ?? 500);
const goal = 1 / 4;
/** Vite holds the modules of all posts at once. */
const heap = ['--max-old-space-size=12288'];
const titles: Readonly<Record<Processor, string>> = {
  satteri: "Astro's own processor, with network() alone",
  unified: 'unified(), with remark-math and rehype-katex',
};

const owners: Owners = {
  'remark-network': /\/remark-network\/lib\//,
  KaTeX: /\/katex\//,
  // What reads KaTeX's HTML into the tree again, with the parser that it brings.
  'rehype-katex':
    /\/(?:rehype-katex|hast-util-from-(?:html|parse5)[^/]*|parse5|hast-util-to-text)\//,
  Markdown:
    /\/(?:[^/]*satteri[^/]*|(?:micromark|mdast|hast|unist|remark|rehype|unified|vfile|property|shiki)[^/]*|@shikijs)\//,
};

interface Build {
  /** Seconds of the processor, all threads together. */
  readonly busy: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Milliseconds of the main thread, by the owner of the code. */
  readonly owners: ReadonlyMap<string, number>;
}

/** Builds a blog in a folder of its own. */
function build(blog: Blog): Build {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  try {
    writeBlog(folder, blog);
    const script = `process.on('exit', () => { const { user, system } = process.cpuUsage();
      fs.writeFileSync('busy.txt', String((user + system) / 1e6)); });`;
    writeFileSync(join(folder, 'busy.mjs'), `import fs from 'node:fs';\n${script}`);
    // All builds are profiled alike: it takes a little of their time.
    const profile = ['--cpu-prof', '--cpu-prof-dir=profile'];
    const astro = resolve('node_modules/astro/bin/astro.mjs');
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', './busy.mjs', ...heap, ...profile, astro, 'build', '--silent'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    let [pages, figures, bytes] = [0, 0, 0];
    for (const file of files.filter((name) => name.endsWith('.html'))) {
      const page = readFileSync(join(folder, 'dist', file), 'utf8');
      pages++;
      figures += page.split('<figure').length - 1;
      bytes += page.length;
    }
    if (pages !== blog.posts || figures < blog.posts * blog.blocks)
      throw new Error(`${pages} pages with ${figures} figures`);
    const [file = ''] = readdirSync(join(folder, 'profile'));
    const sampled = JSON.parse(readFileSync(join(folder, 'profile', file), 'utf8'));
    return {
      busy: Number(readFileSync(join(folder, 'busy.txt'), 'utf8')),
      seconds,
      bytes: bytes / pages,
      owners: timeOfOwners(sampled, owners),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;
const told = ({ busy, seconds, bytes }: Build): string =>
  `${busy.toFixed(1).padStart(6)} s of processor, ${seconds.toFixed(1).padStart(6)} s in all, ${Math.round(bytes / 1000)} kB of HTML a post`;

/** Where the main thread is while a blog is built. Garbage has no owner: each is given as much of its collector as it has of all else. */
function shares({ owners: times }: Build): {
  readonly own: number;
  readonly lines: readonly string[];
} {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const shareOf = (owner: string): number => (times.get(owner) ?? 0) / all;
  const rows: readonly (readonly [string, string])[] = [
    ['remark-network', 'remark-network, its own code'],
    ['KaTeX', 'KaTeX'],
    ['rehype-katex', 'rehype-katex and the parser of HTML that it brings'],
    ['Markdown', 'Markdown and its trees'],
    ['collector', 'garbage collector'],
    ['rest', 'Astro, Vite and all else'],
  ];
  return {
    own: shareOf('remark-network') / (1 - shareOf('collector')),
    lines: rows.map(([owner, words]) => `  ${percent(shareOf(owner))}  ${words}`),
  };
}

function measure(processor: Processor, { grows }: { readonly grows: boolean }): readonly string[] {
  const none = build({ processor, posts: wanted, blocks: 0 });
  const buildHalf = (): readonly Build[] =>
    grows ? [build({ processor, posts: wanted / 2, blocks: 10 })] : [];
  // Machines become slower and faster meanwhile: half as many posts before the whole and after it.
  const before = buildHalf();
  const one = build({ processor, posts: wanted, blocks: 10 });
  const halves = [...before, ...buildHalf()];
  const { own, lines } = shares(one);
  const growth = (one.busy * halves.length) / halves.reduce((sum, { busy }) => sum + busy, 0);
  return [
    titles[processor],
    `  ${wanted} posts without blocks  ${told(none)}`,
    `  ${wanted} posts of 10 blocks    ${told(one)}`,
    ...halves.map((half) => `  ${wanted / 2} posts of 10 blocks    ${told(half)}`),
    ...(halves.length === 0
      ? []
      : [
          `  Twice the posts take ${growth.toFixed(2)} times as long; goal: 2.1 at most, ${growth <= 2.1 ? 'met' : 'NOT MET'}.`,
        ]),
    `  Where the main thread is meanwhile, ${wanted} posts of 10 blocks:`,
    ...lines,
    `  Its share, with as much of the garbage collector: ${percent(own).trim()}; goal: below ${percent(goal).trim()}, ${own < goal ? 'met' : 'NOT MET'}.`,
    `  All that comes of the blocks, their typesetting and the way of their HTML through Astro included: ${percent(1 - none.busy / one.busy).trim()}.`,
  ];
}

const report = [
  `astro build, Node ${process.version}; ${kinds} kinds of blocks in turns, all of the gallery that have a figure and a derivation. Posts are rendered as their pages are built, by deferRender: in one text, as Astro keeps them otherwise, so many do not fit. Node may use 12 GB.`,
];
for (const [processor, grows] of [
  ['satteri', true],
  ['unified', false],
] as const) {
  report.push('', ...measure(processor, { grows }));
  if (wanted >= 500) writeFileSync('bench/site.txt', `${report.join('\n')}\n`);
}
console.log(report.join('\n'));
