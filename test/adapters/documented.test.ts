import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const docs = readFileSync('content/docs/hosts.md', 'utf8');

describe('what the docs tell users to write', () => {
  // Each of these is built by `npm run hosts`.
  it.each([
    ['the schema for sanitizers', 'hosts/unified/schema.js'],
    ['Gatsby', 'hosts/gatsby/gatsby-config.mjs'],
    ['Nuxt', 'hosts/nuxt-content/app/components/content/ProseA.vue'],
  ])('is what the fixtures are built with: %s', (_, file) => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('<!--'));
    const told = new Set(docs.split('\n'));
    expect(lines.filter((line) => !told.has(line))).toEqual([]);
  });
});
