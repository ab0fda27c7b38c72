import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * For `node --import`: `remark-network` and its doors are read from their sources, so that what is documented is tried
 * against the code as it stands, not against the last build.
 */
const root = new URL('../../', import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, string | { default: string }>;
};

registerHooks({
  resolve(specifier, context, next) {
    const door = exports[specifier.replace(/^remark-network(?=$|\/)/, '.')];
    if (!/^remark-network($|\/)/.test(specifier) || typeof door !== 'object')
      return next(specifier, context);
    const source = door.default.replace('./lib/', './src/').replace(/\.js$/, '.ts');
    return { url: new URL(source, root).href, shortCircuit: true };
  },
});
