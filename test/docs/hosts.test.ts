import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('shows the schema that the page behind a sanitizer is built with', () => {
  const shown = readFileSync('content/docs/hosts.md', 'utf8');
  expect(shown).toContain(`\`\`\`js\n${readFileSync('hosts/unified/schema.js', 'utf8')}\`\`\``);
});
