import { certain } from '../certain.ts';

/** A command of a formula that has to do with its number: `\label{f}`, with its name and where it stands. */
export interface Command {
  readonly command: 'label' | 'tag' | 'ref' | 'eqref';
  readonly argument: string;
  /** Of the whole command, and of its argument alone. */
  readonly start: number;
  readonly end: number;
  readonly argumentStart: number;
  /** Which of the lines that can have a number it stands on. */
  readonly row: number;
  /** Where that line's `\tag` may stand: here, or behind the environments that take none, such as `aligned`. */
  readonly tagAt: number;
}

/** Environments each of whose rows can have a number; and those that can have one as a whole. */
const numberedRows = /^(?:align|alignat|gather)\*?$/;
const numberedWhole = /^(?:equation|multline)\*?$/;

// An argument's braces nest three deep at most. Comments and \verb are read over, what is escaped too.
const argument = String.raw`\{((?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.|\{[^{}]*\})*\})*)\}`;
const tokens = new RegExp(
  [
    String.raw`%[^\n]*`,
    String.raw`\\verb\*?([^A-Za-z*\s])[^\n]*?\1`,
    String.raw`\\(label|tag\*?|eqref|ref)\s*${argument}`,
    String.raw`\\(begin|end)\s*\{([^{}]*)\}`,
    String.raw`\\\\|\\cr(?![A-Za-z])`,
    String.raw`\\[A-Za-z]+|\\.`,
    '[{}]',
  ].join('|'),
  'gs',
);

/** The labels, tags and references of a formula in their order. */
export function commands(tex: string): readonly Command[] {
  const found: Command[] = [];
  const open: string[] = [];
  let [row, braces, nested] = [0, 0, 0];
  for (const { 0: whole, 2: command, 3: text, 4: edge, 5: name, index } of tex.matchAll(tokens)) {
    const end = index + whole.length;
    if (command !== undefined) {
      const inside = certain(text);
      const argumentStart = end - 1 - inside.length;
      const kind = command.replace('*', '') as Command['command'];
      const tagAt = takesTag(open) ? index : tex.length;
      found.push({
        command: kind,
        argument: inside.trim(),
        start: index,
        end,
        argumentStart,
        row,
        tagAt,
      });
    } else if (edge === 'begin') {
      if (takesTag(open)) nested = found.length;
      open.push(certain(name));
    } else if (edge === 'end') {
      open.pop();
      if (takesTag(open)) found.push(...found.splice(nested).map((each) => outOf(each, end)));
    } else if (whole === '{') braces++;
    else if (whole === '}') braces--;
    else if ((whole === '\\\\' || whole === '\\cr') && braces === 0 && hasRows(open)) row++;
  }
  return found;
}

/** A command that stood in an environment without a number of its own, whose end has been found. */
const outOf = (command: Command, end: number): Command => ({
  ...command,
  tagAt: Math.min(command.tagAt, end),
});

const hasRows = (open: readonly string[]): boolean =>
  open.length === 1 && numberedRows.test(certain(open[0]));

const takesTag = (open: readonly string[]): boolean =>
  open.length === 0 || hasRows(open) || (open.length === 1 && numberedWhole.test(certain(open[0])));

/** The formula with some of its ranges replaced, none of which overlap. */
export function replaced(
  tex: string,
  changes: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  let [written, at] = ['', 0];
  for (const { start, end, by } of [...changes].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    written += tex.slice(at, start) + by;
    at = end;
  }
  return written + tex.slice(at);
}

/** Environments that would count rows by themselves, in their starred forms: the page counts. */
export const starred = (tex: string): string =>
  tex.replace(/\\(begin|end)\{(align|alignat|gather|equation|multline)\}/g, '\\$1{$2*}');
