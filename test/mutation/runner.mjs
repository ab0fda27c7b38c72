import { registerHooks } from 'node:module';
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDrawn } from './sample.ts';
import { inFile, leaveOut, run, tests } from './vitest.mjs';

/** How often the project's modules were loaded anew; each time they are other modules to Node. */
let generation = 0;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest')
      return { url: new URL('./vitest.mjs', import.meta.url).href, shortCircuit: true };
    const found = next(specifier, context);
    const isOwn = /\.ts(?:\?|$)/.test(found.url) && !found.url.includes('/node_modules/');
    if (!isOwn || generation === 0) return found;
    return { ...found, url: `${found.url.replace(/\?.*$/, '')}?${generation}` };
  },
});

/** Stryker's statuses of a test. */
const [success, failed] = [0, 1];
const preparing = 'preparing';

/** Runs tests in Stryker's own process; for a mutant of what a module does while it is loaded, all modules are loaded anew. */
class Runner {
  static inject = ['options'];
  #sources;
  #files;
  #oneIn;
  #isLoaded = false;
  #state;

  constructor(options) {
    this.#sources = options.inProcess.sources;
    this.#files = options.inProcess.files;
    leaveOut(options.inProcess.slow);
    this.#oneIn = options.inProcess.oneIn;
    this.#state = globalThis.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await this.#load();
    const results = [];
    for (const test of tests) {
      this.#state.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - start;
      const about = { id: test.id, name: test.id, timeSpentMs };
      results.push(
        failure === undefined
          ? { ...about, status: success }
          : { ...about, status: failed, failureMessage: failure },
      );
    }
    this.#state.currentTestId = undefined;
    return { status: 'complete', tests: results, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    if (!isIn(activeMutant, this.#oneIn))
      return { status: 'error', errorMessage: 'not among those that are tried' };
    const isLoading = mutantActivation === 'static';
    if (!isLoading) await this.#load();
    this.#state.activeMutant = activeMutant.id;
    this.#state.hitCount = hitLimit === undefined ? undefined : 0;
    this.#state.hitLimit = hitLimit;
    try {
      return await (isLoading ? this.#triedFromLoading() : this.#tried(this.#those(new Set(testFilter))));
    } finally {
      this.#state.activeMutant = undefined;
    }
  }

  #those(ids) {
    return tests.filter(({ id }) => ids.has(id));
  }

  async #tried(chosen) {
    let nrOfTests = 0;
    for (const test of chosen) {
      nrOfTests++;
      const failureMessage = await failureOf(test);
      if (this.#state.hitLimit !== undefined && this.#state.hitCount > this.#state.hitLimit)
        return { status: 'timeout', reason: 'a loop without an end' };
      if (failureMessage !== undefined)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /** A mutant of what is done while a module is loaded: file by file, since the first often tells. */
  async #triedFromLoading() {
    generation++;
    for (const name of this.#files) {
      const before = tests.length;
      try {
        await this.#loadTests(name);
      } catch (error) {
        const failureMessage = String(error);
        return { status: 'killed', killedBy: ['loading'], failureMessage, nrOfTests: 0 };
      }
      const result = await this.#tried(tests.splice(before));
      if (result.status !== 'survived') return result;
    }
    return { status: 'survived', nrOfTests: 0 };
  }

  async #load() {
    generation = 0;
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    for (const name of this.#sources) await import(pathToFileURL(resolve(name)).href);
    // What tests prepare for themselves before they begin is no part of the source's own loading.
    this.#state.currentTestId = preparing;
    for (const name of this.#files) await this.#loadTests(name);
    this.#state.currentTestId = undefined;
    delete this.#state.mutantCoverage?.perTest[preparing];
  }

  async #loadTests(name) {
    const path = resolve(name);
    inFile(path);
    await import(pathToFileURL(path).href);
  }
}

/** Stryker counts a mutant's lines and columns from 0 here, and from 1 in what it reports. */
function isIn({ fileName, location: { start, end }, replacement }, oneIn) {
  const from1 = ({ line, column }) => ({ line: line + 1, column: column + 1 });
  const location = { start: from1(start), end: from1(end) };
  return isDrawn({ file: fileName, location, replacement }, oneIn);
}

async function failureOf(test) {
  try {
    await run(test);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500);
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: Runner },
];
export const strykerValidationSchema = {
  properties: { inProcess: { type: 'object', properties: { files: { type: 'array' } } } },
};
