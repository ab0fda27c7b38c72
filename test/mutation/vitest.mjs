import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { format } from 'node:util';
import { expect as jestExpect } from 'expect';

/**
 * What the core's tests ask of `vitest`, in the process that asks: a mutant then costs the tests that reach it and
 * nothing else, where a worker of its own would cost a fifth of a second more. Every test that is run by it has to
 * pass before there are mutants, so that it can't be more lenient than the original without anyone noticing.
 */
export const tests = [];

let slow = [];
/** Tests with any of these words in their names are left out. */
export function leaveOut(words) {
  slow = words;
}

/** How often each name was given to a test of the file. */
let declared = new Map();
let file = '';
let suite = { name: '', before: [], begun: true };

/** Tests that are declared from here on are this file's. */
export function inFile(path) {
  file = path;
  declared = new Map();
  suite = { name: relative('.', path), before: [], begun: false };
}

export const describe = each((name, body) => {
  const outer = suite;
  suite = { name: `${outer.name} > ${name}`, outer, before: [], begun: false };
  body();
  suite = outer;
});

export const it = each((name, ...rest) => {
  const body = rest.findLast((each) => typeof each === 'function');
  const full = `${suite.name} > ${name}`;
  const before = declared.get(full) ?? 0;
  declared.set(full, before + 1);
  const id = before === 0 ? full : `${full} #${before + 1}`;
  if (!slow.some((words) => id.includes(words))) tests.push({ id, file, suite, body });
});
it.skipIf = (skip) => (skip ? () => {} : it);

export const test = it;
export const beforeAll = (hook) => suite.before.push(hook);
export const afterAll = () => {};

function each(declare) {
  declare.each = (rows) => (name, body) => {
    const places = name.match(/%[sdifj]/g)?.length ?? 0;
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      declare(format(name, ...values.slice(0, places)).slice(0, 200), () => body(...values));
    }
  };
  return declare;
}

/** Runs one test; throws what it throws. */
export async function run({ body, file: path, suite: own }) {
  file = path;
  for (const each of chain(own)) {
    if (each.begun) continue;
    each.begun = true;
    for (const hook of each.before) await hook();
  }
  await body();
}

const chain = (own) => (own === undefined ? [] : [...chain(own.outer), own]);

/** With a message that is never shown. */
export const expect = Object.assign((value, _message) => jestExpect(value), jestExpect);

jestExpect.extend({
  toMatchFileSnapshot(text, name) {
    const pass = text === readFileSync(resolve(dirname(file), name), 'utf8');
    return { pass, message: () => `${name} is not as before` };
  },
});
