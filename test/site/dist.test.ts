import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';

const site = 'https://remark-network.example';
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => file.endsWith('.html'));
const html = (page: string): string => readFileSync(join('dist', page), 'utf8');
const post = html('posts/backpropagation/index.html');

describe.each(pages)('%s', (page) => {
  const text = html(page);

  it('has no formula that failed, no reference that leads nowhere', () => {
    expect(text).not.toContain('katex-error');
    expect(text).not.toContain('???');
    expect(text).not.toContain('#cc0000');
  });

  it('allows nothing but what the site itself serves, and has no script or style within it', () => {
    expect(text).toContain(
      "http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; script-src 'self';",
    );
    expect(text).not.toMatch(/<style|\son[a-z]+=|javascript:/);
    const scripts = text.match(/<script/g);
    const own = text.match(/<script(?: type="module"| async)? src="\/_astro\/[^"]+"><\/script>/g);
    expect(own?.length).toBe(scripts?.length);
  });

  it('tells those who share it what it is, with a picture', async () => {
    for (const property of ['og:title', 'og:description', 'og:image:alt'])
      expect(text).toMatch(new RegExp(`<meta property="${property}" content="[^"]+"`));
    expect(text).toMatch(/<meta name="description" content="[^"]+"/);
    expect(text.includes(`<link rel="canonical" href="${site}/`)).toBe(page !== '404.html');
    const [, picture = ''] = /<meta property="og:image" content="([^"]+)"/.exec(text) ?? [];
    expect(picture.startsWith(`${site}/cards/`)).toBe(true);
    const { width, height, format } = await sharp(
      join('dist', picture.slice(site.length)),
    ).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
  });

  it('links to nothing that is not there', () => {
    const base = new URL(`${site}/${page.replace(/index\.html$/, '')}`);
    // What a page shows as source is no link of its own.
    const shown = text.replaceAll(/<(pre|code)\b[\s\S]*?<\/\1>/g, '');
    const addresses = [...shown.matchAll(/ (?:href|src)="([^"]+)"/g)].map(
      (match) => new URL((match[1] ?? '').replaceAll('&amp;', '&'), base),
    );
    const own = addresses.filter((address) => address.origin === site);
    expect(own.length).toBeGreaterThan(3);
    for (const { pathname, hash } of own) {
      const file = join('dist', pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      expect(existsSync(file), pathname).toBe(true);
      // The playground reads its hash itself.
      if (hash !== '' && pathname !== '/playground/')
        expect(readFileSync(file, 'utf8'), `${pathname}${hash}`).toContain(
          ` id="${hash.slice(1)}"`,
        );
    }
  });

  it('has every id once', () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the post', () => {
  it('has its six figures, four live ones, two to step through and one that grows inline, and none as an image', () => {
    expect(post.match(/<network-figure/g)).toHaveLength(4);
    expect(post.match(/<svg[^>]*network-figure/g)).toHaveLength(13);
    expect(post).not.toContain('<img');
  });

  it('has what each figure and equation was made from, and each figure as a file', () => {
    expect(post.match(/ popovertarget="/g)).toHaveLength(
      post.match(/class="network-equation[ "]|<figure class="network"/g)?.length ?? 0,
    );
    expect(post.match(/ href="\/figures\/posts\/backpropagation-\d+\.svg" download/g)).toHaveLength(
      11,
    );
    expect(post).toContain('<pre tabindex="0">```network one\nx[1] -> y[1]\nweights w^l_{ji}\n');
  });

  it('needs two kilobytes of scripts for its theme and for what copies, previews and steps, besides its live figures', () => {
    const scripts = [...post.matchAll(/<script[^>]* src="([^"]+)"/g)]
      .map(([, source = '']) => source)
      .filter((source) => !source.includes('Live.astro'))
      .map((source) => readFileSync(join('dist', source)));
    expect(scripts).toHaveLength(4);
    const packed = scripts.map((script) => gzipSync(script).length);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(2048);
  });

  it('numbers its equations without a gap, and links to them', () => {
    const tags = [
      ...post.matchAll(
        /<mtext>\((\d+)\)<\/mtext>|\\tag\{(\d+)\}|class="network-number">\((\d+)\)/g,
      ),
    ].map((match) => Number(match[1] ?? match[2] ?? match[3]));
    expect([...new Set(tags)]).toEqual([...new Set(tags)].map((_, place) => place + 1));
    expect(Math.max(...tags)).toBeGreaterThan(15);
    expect(post.match(/class="network-reference"/g)?.length).toBeGreaterThan(8);
  });
});

describe('the feed', () => {
  const feed = readFileSync('dist/rss.xml', 'utf8');

  it('has the whole post, its figures as files that are there, its formulas as MathML', () => {
    expect(feed).toContain('Why nobody computes it like this');
    expect(feed).not.toMatch(/&lt;(?:svg|annotation|script)|katex-html/);
    const images = [...feed.matchAll(/src=&quot;https:\/\/[^/]+(\/figures\/[^&]+)&quot;/g)].map(
      (match) => match[1] ?? '',
    );
    expect(images.filter((image) => image.includes('/backpropagation-'))).toHaveLength(11);
    for (const image of images) {
      const svg = readFileSync(join('dist', image), 'utf8');
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toContain('prefers-color-scheme');
    }
    expect(feed).toContain('&lt;math');
  });
});

describe('the feed as XML', () => {
  it('is well formed, and tells where it is', async () => {
    const feed = readFileSync('dist/rss.xml', 'utf8');
    expect(feed).toContain(`<atom:link href="${site}/rss.xml" rel="self"`);
    const browser = await openBrowser();
    const page = await browser.newPage();
    const found = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const of = (name: string) => xml.querySelector(name)?.textContent;
      return [
        xml.querySelector('parsererror')?.textContent,
        of('channel > link'),
        [...xml.querySelectorAll('item > guid')].map((guid) => guid.textContent),
      ];
    }, feed);
    await browser.close();
    expect(found.slice(0, 2)).toEqual([undefined, `${site}/`]);
    expect(found[2]).toContain(`${site}/posts/backpropagation/`);
  });
});

describe('the site', () => {
  it('has its feed, its map and its page for what is not there', () => {
    for (const file of ['rss.xml', 'sitemap-index.xml', 'robots.txt', '404.html', 'favicon.svg'])
      expect(files).toContain(file);
    expect(readFileSync('dist/sitemap-0.xml', 'utf8')).toContain('/posts/backpropagation/');
  });

  it('serves its styles and fonts itself, as files, the fonts in one format', () => {
    const styles = files
      .filter((file) => file.endsWith('.css'))
      .map((file) => readFileSync(join('dist', file), 'utf8'));
    expect(styles.join('')).not.toMatch(/url\(["']?(?:https?:|data:|\/\/)/);
    const fonts = files.filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file));
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter((file) => !file.endsWith('.woff2'))).toEqual([]);
  });
});

describe('the reference of the language', () => {
  it('shows blocks in the colours of the package’s own grammar', () => {
    const spans = [
      ...html('docs/language/index.html').matchAll(
        /<span style="--shiki-light:(#\w+);[^>]*>([^<]*)<\/span>/g,
      ),
    ];
    const coloursOf = (word: string) =>
      new Set(spans.filter(([, , text]) => text?.trim() === word).map(([, colour]) => colour));
    const [request] = coloursOf('figure');
    const [clause] = coloursOf('focus');
    expect(request).toMatch(/^#/);
    expect(clause).toMatch(/^#/);
    expect(request).not.toBe(clause);
  });
});
