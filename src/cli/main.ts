#!/usr/bin/env node
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { figure } from './figure.ts';
import { help } from './help.ts';
import { Misuse } from './input.ts';
import { type RenderSettings, render } from './render.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const output = { ...text, short: 'o' } as const;
const common = { help: { ...flag, short: 'h' }, notation: text } as const;
const rendering = { output, math: text, to: text, figures: text, lenient: flag } as const;

type Run = (args: readonly string[]) => Promise<boolean>;

/** Each command with its options; what it gives tells whether all went well. */
const commands: Readonly<Record<string, Run>> = {
  render: (args) => {
    const { values, positionals } = parsed(args, rendering);
    return render(positionals, values);
  },
  figure: (args) => {
    const { values, positionals } = parsed(args, { output, number: text, scale: text });
    return figure(positionals, values);
  },
  check: (args) => {
    const { values, positionals } = parsed(args, { json: flag });
    return check(positionals, values);
  },
  watch: (args) => {
    const { values, positionals } = parsed(args, rendering);
    return watch(positionals, values);
  },
};

function parsed<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options'] & object>(
  args: readonly string[],
  options: Options,
) {
  return parseArgs({ args: [...args], options: { ...common, ...options }, allowPositionals: true });
}

/** Renders at once and after each change; ends only when it is stopped. */
async function watch(files: readonly string[], settings: RenderSettings): Promise<boolean> {
  const [file] = files;
  if (file === undefined || file === '-' || files.length > 1 || settings.output === undefined)
    throw new Misuse(
      'watch wants one file and where it goes: remark-network watch post.md -o built.md',
    );
  const again = async (): Promise<void> => {
    const well = await render([file], settings);
    if (well) process.stderr.write(`${file} → ${settings.output}\n`);
  };
  // The stamp is taken before the file is read: a change while it is rendered is rendered too.
  let rendered = await stamp(file);
  await again();
  for (;;) {
    await setTimeout(200);
    const now = await stamp(file);
    if (now === rendered) continue;
    rendered = now;
    // Editors that save by renaming take the file away for a moment; whatever goes wrong, it may be right again.
    await again().catch((error: Error) => void process.stderr.write(`${error.message}\n`));
  }
}

/** What tells one state of a file from the next; empty while there is none. */
async function stamp(file: string): Promise<string> {
  const state = await stat(file, { bigint: true }).catch(() => undefined);
  return state === undefined ? '' : `${state.ino} ${state.size} ${state.mtimeNs} ${state.ctimeNs}`;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const run = commands[name];
  const wantsHelp = [name, ...args].some((arg) => arg === '--help' || arg === '-h');
  if (name === '' || wantsHelp) {
    process.stdout.write(help[run === undefined ? '' : name] ?? '');
    return 0;
  }
  try {
    if (run === undefined)
      throw new Misuse(
        `There is no command “${name}”. There are ${Object.keys(commands).join(', ')}.`,
      );
    return (await run(args)) ? 0 : 1;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const isMisuse =
      error instanceof Misuse ||
      code.startsWith('ERR_PARSE_ARGS') ||
      /option notation/.test(String(error));
    if (!isMisuse) throw error;
    process.stderr.write(
      `${(error as Error).message}\nremark-network ${run === undefined ? '' : `${name} `}--help tells more.\n`,
    );
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
