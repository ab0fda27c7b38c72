import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Frees whatever nothing leads to any more. */
export const collect: () => void = runInNewContext('gc');
