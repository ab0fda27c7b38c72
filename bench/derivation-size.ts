/**
 * How long derivations of large networks take, and how much they print. Times are told as a multiple of that of the
 * first one, since they mean nothing across machines. `npm run bench:size` writes bench/derivation-size.txt.
 */
import { writeFileSync } from 'node:fs';
import { compile } from '../src/compile.ts';

const networks = [
  ['2-2-2', 'x[2] -> h[2] -> y[2]\nactivation h: tanh\nbias b^l_j'],
  ['2 wide, 50 deep', 'x[2] -> h^1[2] -> ... -> h^{50}[2] -> y[2]\nactivation tanh\nbias b^l_j'],
  [
    '64-64-64-10',
    'x[64] -> h^1[64] -> h^2[64] -> y[10]\nactivation tanh, y: softmax\nbias b^l_j\nloss cross-entropy',
  ],
  ['64-64-64-10, counted', 'x[64] -> h^1[64] -> h^2[64] -> y[10]\nweights w_N'],
] as const;
const forms = ['chain', 'paths', 'delta', 'index', 'matrix', 'table'];

function measure(block: string): readonly [number, string] {
  const start = performance.now();
  const { parts, diagnostics } = compile(block);
  const time = performance.now() - start;
  const rows = parts.flatMap((part) => (part.kind === 'equation' ? part.rows : []));
  const size = rows.reduce((sum, row) => sum + row.left.length + row.right.length, 0);
  return [time, diagnostics[0]?.message ?? `${rows.length} lines of ${size} characters`];
}

const [, first] = networks[0];
const subject = (block: string, form: string): string =>
  form === 'table'
    ? `${block}\nderive as table`
    : `${block}\nderive ${block.includes('w_N') ? 'w_1' : 'w^1_{11}'} as ${form}`;
measure(subject(first, 'chain'));
const [unit] = measure(subject(first, 'chain'));
const report = networks.flatMap(([name, block]) =>
  forms.map((form) => {
    const [time, made] = measure(subject(block, form));
    return `${name.padEnd(22)} ${form.padEnd(7)} ${(time / unit).toFixed(0).padStart(6)}×  ${made}`;
  }),
);
writeFileSync('bench/derivation-size.txt', `${report.join('\n')}\n`);
console.log(`one is ${unit.toFixed(1)} ms here\n${report.join('\n')}`);
