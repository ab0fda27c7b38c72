import { certain } from '../certain.ts';
/** FNV-1a, in letters and digits. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ certain(character.codePointAt(0)), 0x01000193) >>> 0;
  return value.toString(36);
}
