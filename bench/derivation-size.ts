/**
 * How long derivations of large networks take with their proof, and how much they print. Each time is the best of
 * three, told as a multiple of that of the first one, since times mean nothing across machines. `npm run bench:size` writes bench/derivation-size.txt.
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
const forms = ['forward', 'chain', 'paths', 'delta', 'index', 'matrix', 'table'];

function measure(block: string, runs = 3): readonly [number, string] {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    compile(block);
    return performance.now() - start;
  });
  const time = Math.min(...times);
  const { parts, diagnostics } = compile(block);
  const rows = parts.flatMap((part) => (part.kind === 'equation' ? part.rows : []));
  const size = rows.reduce((sum, row) => sum + row.left.length + row.right.length, 0);
  return [time, diagnostics[0]?.message ?? `${rows.length} lines of ${size} characters`];
}

const [, first] = networks[0];
const subject = (block: string, form: string): string =>
  form === 'forward'
    ? `${block}\nforward`
    : form === 'table'
      ? `${block}\nderive as table`
      : `${block}\nderive ${block.includes('w_N') ? 'w_1' : 'w^1_{11}'} as ${form}`;
const [unit] = measure(subject(first, 'chain'), 100);
const report = networks.flatMap(([name, block]) =>
  forms.map((form) => {
    const [time, made] = measure(subject(block, form));
    return `${name.padEnd(22)} ${form.padEnd(7)} ${(time / unit).toFixed(0).padStart(6)}×  ${made}`;
  }),
);
writeFileSync('bench/derivation-size.txt', `${report.join('\n')}\n`);
console.log(`one is ${unit.toFixed(1)} ms here\n${report.join('\n')}`);
