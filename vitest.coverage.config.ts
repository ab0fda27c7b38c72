import { defineConfig } from 'vitest/config';

/** What the language's own tests reach, without those that need a browser, another program or thousands of inputs. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: [
      'test/{syntax,network,calculus,latex,check,page,markdown,svg,diagram,picture,adapters,limits,tikz}/**/*.test.ts',
      'test/{compile,examples,plain-tex,render-elements}.test.ts',
    ],
    exclude: [
      'test/**/*{rendered,at-home,random-networks,every-network}.test.ts',
      'test/check/{mutants,printed}.test.ts',
      'test/syntax/properties.test.ts',
    ],
    coverage: {
      enabled: true,
      include: ['src/{syntax,network,calculus,latex,check,page,markdown,svg,diagram}/**/*.ts'],
      reportsDirectory: 'test/output/coverage',
      reporter: [['text', { file: '../../coverage.txt', maxCols: 120 }], 'json'],
      reportOnFailure: true,
    },
  },
});
