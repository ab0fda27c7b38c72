import { remark } from 'remark';
import { createUnifiedLanguageServer } from 'unified-language-server';

// As remark's own language server calls it.
createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [],
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
  defaultProcessor: remark(),
});
