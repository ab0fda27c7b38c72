/** A command with one argument in a formula: `\label{f}` with its name and where it stands. */
export interface Command {
  readonly command: 'label' | 'tag' | 'ref' | 'eqref';
  readonly argument: string;
  /** Of the whole command, and of its argument alone. */
  readonly start: number;
  readonly end: number;
  readonly argumentStart: number;
  /** Which row of an `align` it stands in, counted by the `\\` before it. */
  readonly row: number;
}

const token = /\\\\|\\(label|tag|eqref|ref)\s*\{([^{}]*)\}|\\[A-Za-z]+|\\.|%[^\n]*|[^\\%]+/gsy;

/** The labels, tags and references of a formula, those in comments left out. */
export function commands(tex: string): readonly Command[] {
  let row = 0;
  const found: Command[] = [];
  for (const match of tex.matchAll(token)) {
    const [whole, command, argument = ''] = match;
    if (whole === '\\\\') row++;
    if (command !== undefined) {
      const end = match.index + whole.length;
      const argumentStart = end - 1 - argument.length;
      found.push({
        command: command as Command['command'],
        argument: argument.trim(),
        start: match.index,
        end,
        argumentStart,
        row,
      });
    }
  }
  return found;
}

/** The formula with some of its commands replaced. */
export function replaced(
  tex: string,
  replacement: (command: Command) => string | undefined,
): string {
  let [written, at] = ['', 0];
  for (const command of commands(tex)) {
    const by = replacement(command);
    if (by === undefined) continue;
    written += tex.slice(at, command.start) + by;
    at = command.end;
  }
  return written + tex.slice(at);
}

/** Environments that would count rows by themselves, in their starred forms: the page counts. */
export const starred = (tex: string): string =>
  tex.replace(/\\(begin|end)\{(align|alignat|gather|equation|multline)\}/g, '\\$1{$2*}');
