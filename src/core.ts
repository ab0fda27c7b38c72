export { type Compiled, type Context, compile } from './compile.ts';
export { type Completion, type Completions, complete } from './complete.ts';
export type { Diagnostic, Span } from './diagnostic.ts';
export type { Equation, Part, Picture } from './figure.ts';
export { html } from './markdown/html.ts';
export { type RenderedText, renderText, type TextOptions } from './markdown/text.ts';
export {
  type Mistake,
  type Rendered,
  type RenderedEquation,
  type RenderedFigure,
  render,
} from './render.ts';
export { type RenderedElements, renderElements } from './render-elements.ts';
export type { Element } from './svg/element.ts';
export { svgFile } from './svg/file.ts';
export { markup } from './svg/markup.ts';
export { standaloneSheet } from './svg/paint.ts';
export { tikz } from './tikz/tikz.ts';
