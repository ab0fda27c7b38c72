import { defineConfig } from 'vitest/config';

/** What the package's own tests reach, without those that need a browser, another program or thousands of inputs. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    include: [
      'test/{syntax,network,calculus,latex,check,page,markdown,svg,diagram,picture,depth,adapters,limits,tikz,live}/**/*.test.ts',
      'test/{compile,complete,examples,lines,plain-tex,post,render,render-elements,walk}.test.ts',
    ],
    exclude: [
      'test/**/*{rendered,at-home,random-networks,every-network,browser}.test.ts',
      'test/check/{mutants,printed}.test.ts',
      'test/live/{depth,element,steps}.test.ts',
      'test/syntax/properties.test.ts',
    ],
    coverage: {
      enabled: true,
      include: [
        'src/{syntax,network,calculus,latex,check,page,markdown,svg,diagram,picture,depth,tikz,live}/**/*.ts',
        'src/*.ts',
      ],
      // The integration runs in a build of Astro, which is a process of its own.
      exclude: ['src/astro.ts'],
      reportsDirectory: 'test/output/coverage',
      reporter: [['text', { file: '../../coverage.txt', maxCols: 120 }], 'json'],
      reportOnFailure: true,
      thresholds: {
        100: true,
      },
    },
  },
});
