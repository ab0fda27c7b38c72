import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: the one that CHROMIUM names, the system's, or the one that npm brought. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = systemBrowser() ?? (await npmBrowser());
  return chromium.launch({ executablePath, args: flags });
}

function systemBrowser(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return named === 'npm' ? undefined : named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
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
