import { render } from '../core.ts';
import { Misuse, read } from './input.ts';
import { write } from './write.ts';

export interface FigureSettings {
  readonly output?: string | undefined;
  readonly number?: string | undefined;
  readonly scale?: string | undefined;
  readonly notation?: string | undefined;
}

/** Draws one figure of a block, and tells whether all went well. */
export async function figure(names: readonly string[], settings: FigureSettings): Promise<boolean> {
  const [file = '-', second] = names;
  if (second !== undefined) throw new Misuse('figure draws one file at a time.');
  const { output, number = '1', scale = '2', notation } = settings;
  const { parts, mistakes } = render(read(file), notation === undefined ? {} : { notation });
  if (mistakes.length > 0) {
    const told = mistakes.map(({ explanation }) => explanation.replace(/^block/, file));
    process.stderr.write(`${told.join('\n\n')}\n`);
    return false;
  }
  const figures = parts.filter((part) => part.kind === 'figure');
  const drawn = figures[positive('number', number) - 1];
  if (drawn === undefined)
    throw new Misuse(
      `${file} has ${figures.length} figure${figures.length === 1 ? '' : 's'}; ask for one with a line that says: figure`,
    );
  if (output === undefined) process.stdout.write(drawn.file);
  else if (output.endsWith('.svg')) write(output, drawn.file);
  else if (output.endsWith('.tex')) write(output, `${drawn.tikz}\n`);
  else if (output.endsWith('.png')) write(output, await png(drawn.plain, positive('scale', scale)));
  else throw new Misuse(`${output}: a figure is written as .svg, .png or .tex.`);
  return true;
}

function positive(option: string, written: string): number {
  const value = Number(written);
  if (value > 0 && value <= 100) return value;
  throw new Misuse(`--${option} wants a number from 1 to 100, not “${written}”.`);
}

/** A figure as PNG on white, by whichever of two packages is installed. */
async function png(svg: string, scale: number): Promise<Uint8Array> {
  const resvg = await import('@resvg/resvg-js').catch(() => undefined);
  if (resvg !== undefined) {
    const options = { fitTo: { mode: 'zoom', value: scale }, background: '#fff' } as const;
    return new resvg.Resvg(svg, options).render().asPng();
  }
  const sharp = await import('sharp').catch(() => undefined);
  if (sharp === undefined)
    throw new Misuse('A PNG needs one of two packages: npm install @resvg/resvg-js, or sharp.');
  return sharp
    .default(Buffer.from(svg), { density: 72 * scale })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
}
