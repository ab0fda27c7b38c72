export * from './core.ts';
export type { Linking, Options } from './markdown/options.ts';
export { default } from './markdown/remark.ts';
export { katexOptions } from './markdown/typeset.ts';
