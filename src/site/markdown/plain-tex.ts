const command = '\\htmlClass{';

/** TeX as one would type it: without the classes that link a term to its path, which only KaTeX knows. */
export function plainTex(tex: string): string {
  const at = tex.lastIndexOf(command);
  if (at < 0) return tex;
  const start = tex.indexOf('}{', at) + 2;
  const end = groupEnd(tex, start);
  const [before, inside, after] = [tex.slice(0, at), tex.slice(start, end), tex.slice(end + 1)];
  const gap = /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(inside) ? ' ' : '';
  return plainTex(before + gap + inside + after);
}

/** Where the group that begins at an offset is closed. */
function groupEnd(tex: string, start: number): number {
  let depth = 1;
  for (let at = start; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return at;
  }
  return tex.length;
}
