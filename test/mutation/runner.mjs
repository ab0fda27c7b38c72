import { registerHooks } from 'node:module';
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFile, leaveOut, run, tests } from './vitest.mjs';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest'
      ? { url: new URL('./vitest.mjs', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

/** Stryker's statuses of a test. */
const [success, failed] = [0, 1];
const preparing = 'preparing';

/** Runs tests in Stryker's own process. What a module does while it is loaded can't be done again: Stryker starts anew. */
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
    return { reloadEnvironment: false };
  }

  async dryRun() {
    await this.#load();
    const results = [];
    for (const test of tests) {
      this.#state.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - start;
      const about = { id: test.id, name: test.id, fileName: test.file, timeSpentMs };
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
    if (mutantActivation === 'runtime') await this.#load();
    this.#state.activeMutant = activeMutant.id;
    this.#state.hitCount = hitLimit === undefined ? undefined : 0;
    this.#state.hitLimit = hitLimit;
    try {
      return await this.#tried(testFilter && new Set(testFilter), hitLimit);
    } finally {
      this.#state.activeMutant = undefined;
    }
  }

  async #tried(chosen, hitLimit) {
    let nrOfTests = 0;
    try {
      await this.#load();
    } catch (error) {
      return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests };
    }
    for (const test of tests) {
      if (chosen !== undefined && !chosen.has(test.id)) continue;
      nrOfTests++;
      const failureMessage = await failureOf(test);
      if (hitLimit !== undefined && this.#state.hitCount > hitLimit)
        return { status: 'timeout', reason: 'a loop without an end' };
      if (failureMessage !== undefined)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  async #load() {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    for (const name of this.#sources) await import(pathToFileURL(resolve(name)).href);
    // What tests prepare for themselves before they begin is no part of the source's own loading.
    this.#state.currentTestId = preparing;
    for (const name of this.#files) {
      const path = resolve(name);
      inFile(path);
      await import(pathToFileURL(path).href);
    }
    this.#state.currentTestId = undefined;
    delete this.#state.mutantCoverage?.perTest[preparing];
  }
}

/** Whether a mutant is among those that are tried: decided by where it is and what it does, so that files are alike. */
function isIn({ fileName, location, replacement }, oneIn) {
  let hash = 0x811c9dc5;
  const name = JSON.stringify([fileName.replace(/^.*\/src\//, ''), location, replacement]);
  for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % oneIn === 0;
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
