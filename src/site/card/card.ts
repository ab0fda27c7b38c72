import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import sharp from 'sharp';
import { siteName } from '../posts';
import { lettering, lines } from './lettering';

/** What social networks show: 1200 by 630 pixels. */
const size = { width: 1200, height: 630, margin: 72 };
const paper = '#fffdf9';
const ink = '#1d1c1a';
const soft = '#5d5a55';

/**
 * A page's picture for those who share it: its title above one of its figures. A title that the font has no letters
 * for is left out.
 *
 * @returns a PNG, the same bytes on every machine
 */
export async function card(title: string, figure: Element | undefined): Promise<Uint8Array> {
  const head = heading(title);
  const top = size.margin + head.height + (head.height > 0 ? 40 : 0);
  const room = { top, height: size.height - top - 96 };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    head.svg,
    figure === undefined ? '' : within(figure, room),
    signature(),
    '</svg>',
  ].join('');
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}

function heading(title: string): { svg: string; height: number } {
  const font = lettering('Main-Bold');
  if (!font.covers(title)) return { svg: '', height: 0 };
  const rows = (letters: number) =>
    lines(title, size.width - 2 * size.margin, (text) => font.width(text, letters));
  const letters = [76, 66, 56, 48, 40].find((each) => rows(each).length <= 2) ?? 40;
  const step = letters * 1.15;
  const path = rows(letters)
    .map((row, place) =>
      font.path(row, size.margin, size.margin + letters * 0.75 + place * step, letters),
    )
    .join('');
  return { svg: `<path d="${path}" fill="${ink}"/>`, height: rows(letters).length * step };
}

/** The figure as large as there is room for, but no larger than makes its lines coarse. */
function within({ properties, children }: Element, room: { top: number; height: number }): string {
  const [, , width = 1, height = 1] = String(properties.viewBox).split(/\s+/).map(Number);
  const scale = Math.min((size.width - 2 * size.margin) / width, room.height / height, 2.4);
  const at = {
    x: (size.width - width * scale) / 2,
    y: room.top + (room.height - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
  return toHtml(
    {
      type: 'element',
      tagName: 'svg',
      properties: { ...at, viewBox: properties.viewBox },
      children,
    },
    { space: 'svg' },
  );
}

function signature(): string {
  const font = lettering('Main-Italic');
  const d = font.path(siteName, size.margin, size.height - 44, 30);
  return `<path d="${d}" fill="${soft}"/>`;
}
