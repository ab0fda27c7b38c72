import type { Label } from '../diagram/diagram.ts';

/** The signs of labels that TeX has commands for. */
const signs: ReadonlyMap<string, string> = new Map([
  ['∂', '\\partial '],
  ['Δ', '\\Delta '],
  ['−', '-'],
  ['×', '\\times '],
  ['·', '\\cdot '],
  ['…', '\\dots '],
]);

/** What means something to TeX, as itself. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\backslash '],
  ['{', '\\{'],
  ['}', '\\}'],
  ['^', '\\hat{}'],
  ['~', '\\sim '],
  ...[...'#$%&_'].map((sign) => [sign, `\\${sign}`] as const),
]);

const written = (text: string): string =>
  [...text].map((sign) => signs.get(sign) ?? escapes.get(sign) ?? sign).join('');

/** A label as an inline formula. */
export function mathematics(text: Label['text']): string {
  const parts = text.map((part) => {
    if (part.kind === 'sign') return written(part.sign);
    if (part.kind === 'text') return `\\mathrm{${written(part.text).replaceAll(' ', '\\ ')}}`;
    const { letter, superscript, subscript } = part.name;
    const base = letter.length > 1 ? `\\${letter} ` : written(letter);
    const raised = superscript === '' ? '' : `^{${written(superscript)}}`;
    return base + raised + (subscript === '' ? '' : `_{${written(subscript)}}`);
  });
  return `$${parts.join('')}$`;
}
