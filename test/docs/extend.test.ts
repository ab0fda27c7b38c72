import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('content/docs/extend.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};
const places = new Set(page.match(/(?<=`)(?:src|test|content|scripts|hosts)\/[\w./-]*(?=`)/g));

/** What the page says is in a file: the name behind the file’s own. */
const names: readonly (readonly [name: string, file: string])[] = [
  ['ActivationName', 'src/network/network.ts'],
  ['LossName', 'src/network/network.ts'],
  ['activationWords', 'src/network/activations.ts'],
  ['curves', 'src/calculus/activation.ts'],
  ['shares', 'src/calculus/loss.ts'],
  ['squares', 'src/calculus/loss-form.ts'],
  ['presets', 'src/network/notation.ts'],
  ['Notation', 'src/network/notation.ts'],
  ['setup', 'src/markdown/options.ts'],
  ['contentElement', 'src/markdown/elements.ts'],
  ['failure', 'src/markdown/failure.ts'],
];

describe('the page on extending', () => {
  it('speaks of files that are there', () => {
    expect(places.size).toBeGreaterThan(20);
    expect([...places].filter((place) => !existsSync(place))).toEqual([]);
  });

  it.each(names)('speaks of %s, which is in %s', (name, file) => {
    expect(page).toMatch(new RegExp(`\\b${name}\\b`));
    expect(readFileSync(file, 'utf8')).toMatch(
      new RegExp(`^(?:export )?(?:const|function|type|interface) ${name}\\b`, 'm'),
    );
  });

  it('names commands that there are', () => {
    const commands = [...page.matchAll(/`npm run ([\w:]+)/g)].map(([, command = '']) => command);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(scripts).toHaveProperty([command]);
  });
});
