export { type Compiled, type Context, compile } from './compile.ts';
export type { Diagnostic, Span } from './diagnostic.ts';
export type { Equation, Part, Picture } from './figure.ts';
export type { Linking, Options } from './markdown/options.ts';
export { default } from './markdown/remark.ts';
export { katexOptions } from './markdown/typeset.ts';
export type { Element } from './svg/element.ts';
export { markup } from './svg/markup.ts';
export { standaloneSheet } from './svg/paint.ts';
