import { basename, dirname, join, relative } from 'node:path';
import { renderText, svgFile, type TextOptions, tikz } from '../core.ts';
import { filesOf, Misuse, read } from './input.ts';
import { write } from './write.ts';

export interface RenderSettings {
  readonly output?: string | undefined;
  readonly math?: string | undefined;
  readonly to?: string | undefined;
  readonly figures?: string | undefined;
  readonly notation?: string | undefined;
  readonly lenient?: boolean | undefined;
}

/** Renders files, and tells whether all went well. */
export async function render(names: readonly string[], settings: RenderSettings): Promise<boolean> {
  const files = filesOf(names.length === 0 ? ['-'] : names);
  const { output, lenient = false } = settings;
  const intoFolder = output !== undefined && /[/\\]$/.test(output);
  if (files.length > 1 && !intoFolder)
    throw new Misuse('Several files need a folder to go to: -o built/');
  let well = true;
  for (const file of files) {
    const target = intoFolder ? join(output, basename(file)) : output;
    const options = await textOptions(settings, file, target);
    const { text, problems, explanation } = renderText(read(file), options, file);
    if (problems.length > 0) process.stderr.write(`${explanation}\n`);
    // A wrong page is not written: what was built before stands.
    if (problems.length > 0 && !lenient) {
      well = false;
      continue;
    }
    if (target === undefined) process.stdout.write(text);
    else write(target, text);
  }
  return well;
}

async function textOptions(
  { math = 'dollars', to = 'markdown', figures, notation }: RenderSettings,
  file: string,
  target: string | undefined,
): Promise<TextOptions> {
  if (to !== 'markdown' && to !== 'latex')
    throw new Misuse(`--to knows no “${to}”: there are markdown and latex.`);
  const named = notation === undefined ? {} : { notation };
  if (to === 'latex')
    return {
      ...named,
      to,
      figure: ({ picture, ...rest }) => latexFigure(tikz(picture.diagram), rest),
    };
  const asFiles = figures === undefined ? {} : { figure: toFiles(figures, file, target) };
  if (math === 'dollars') return { ...named, ...asFiles };
  if (math === 'brackets') return { ...named, ...asFiles, display: ['\\\\[\n', '\n\\\\]'] };
  if (math === 'katex') return { ...named, ...asFiles, katex: await katex() };
  throw new Misuse(`--math knows no “${math}”: there are dollars, brackets and katex.`);
}

/** Writes figures into a folder, and gives image links to them. */
function toFiles(
  folder: string,
  file: string,
  target: string | undefined,
): NonNullable<TextOptions['figure']> {
  const stem = file === '-' ? 'figure' : basename(file).replace(/\.\w+$/, '');
  return ({ picture, id, caption }, place) => {
    const path = join(folder, `${stem}-${place}.svg`);
    write(path, svgFile(picture.svg));
    const address = relative(dirname(target ?? '.'), path).replaceAll('\\', '/');
    const anchor = id === undefined ? '' : `<a id="${id}"></a>\n\n`;
    const image = `![${picture.title}](${address})`;
    return (
      anchor + (caption === '' ? image : `${image}\n\n*${caption.replace(/[*_\\]/g, '\\$&')}*`)
    );
  };
}

function latexFigure(
  drawn: string,
  { id, caption }: { id: string | undefined; caption: string },
): string {
  const words = caption === '' ? [] : [`\\par\\smallskip ${caption.replace(/[#$%&_{}]/g, '\\$&')}`];
  const target = id === undefined ? [] : [`\\hypertarget{${id}}{}`];
  return ['\\begin{center}', ...target, drawn, ...words, '\\end{center}'].join('\n');
}

async function katex(): Promise<NonNullable<TextOptions['katex']>> {
  try {
    return (await import('katex')).default;
  } catch {
    throw new Misuse('--math katex needs KaTeX: npm install katex');
  }
}
