// All 2,000 random networks against jax-js, and 300 small ones against mathjs: `npm run oracles`.
import { readFileSync, writeFileSync } from 'node:fs';
import { everything } from '../support/everything.ts';
import { type Agreement, agreementWithJax, agreementWithMathjs } from './agreement.ts';

const version = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

function report(name: string, { networks, gradients, worst }: Agreement): string {
  const forms = [...gradients].sort().map(([form, number]) => `${form} ${number}`);
  const all = [...gradients.values()].reduce((a, b) => a + b, 0);
  return [
    `${name} ${version(name)}`,
    `  networks    ${networks}`,
    `  gradients   ${all} (${forms.join(', ')})`,
    `  worst       ${worst.toExponential(1)} of the gradient`,
  ].join('\n');
}

const [jax, mathjs] = [await agreementWithJax(2000, 1847), await agreementWithMathjs(300, 1986)];
const text = `${[
  'Gradients of random networks as derived here, compared with those of others.',
  `activations   ${everything.activations.join(', ')}`,
  `losses        ${everything.losses.join(', ')}`,
  report('@jax-js/jax', jax),
  report('mathjs', mathjs),
].join('\n\n')}\n`;
writeFileSync('test/oracles/result.txt', text);
process.stdout.write(text);
for (const { worst, where } of [jax, mathjs]) {
  if (worst < 1e-9) continue;
  process.stderr.write(`${worst}: ${where}\n`);
  process.exitCode = 1;
}
