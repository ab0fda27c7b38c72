import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless Chromium: the one that CHROMIUM names (`npm` for the one that npm brought); else the first of the
 * system's that starts, since what bears the name may be a mere pointer to another package manager; else npm's.
 *
 * @param more arguments of the browser's own, besides those of every test
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const all = [...args, ...more];
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== 'npm')
    return chromium.launch({ executablePath: named, args: all });
  for (const executablePath of named === 'npm' ? [] : systemBrowsers.filter(existsSync)) {
    const browser = await chromium.launch({ executablePath, args: all }).catch(() => undefined);
    if (browser !== undefined) return browser;
  }
  return chromium.launch({ executablePath: await npmBrowser(), args: all });
}

/** The browser of @sparticuz/chromium: it brings its own libraries and fonts, so that a bare machine will do. */
async function npmBrowser(): Promise<string> {
  // Its fonts are found below /tmp only.
  process.env.TMPDIR = '/tmp';
  const bin = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));
  const libraries = await inflate(`${bin}al2023.tar.br`);
  setupLambdaEnvironment(`${libraries}/lib`);
  return sparticuz.executablePath(bin);
}
