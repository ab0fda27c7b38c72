import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';

// A file at a time: the next is asked for when one is done, so that no worker waits for another.
parentPort?.on('message', (file: string) =>
  parentPort?.postMessage(checkFile(file, (workerData as { notation?: string }).notation)),
);
