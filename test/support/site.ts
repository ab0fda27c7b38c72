import { execFileSync } from 'node:child_process';
import { plainEnvironment } from './environment.ts';

/** Builds the package and the site once, before the first test: what is tested is what is published. */
export default function build(): void {
  execFileSync('npm', ['run', 'build'], {
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
