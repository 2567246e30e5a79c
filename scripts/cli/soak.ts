/**
 * Does memory stay flat? Trains a small CGAN the way the page does, with losses, grids and snapshots, and compares
 * what is held after a tenth of the steps with what is held at the end.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import { canCompile, createEngine, type SimdBackend } from '../../src/engine/headless.ts';
import { inEnglish } from '../../src/i18n/problems/explain.ts';
import { dataBase, fetchFile } from '../build/packedData.ts';
import { readArguments, wholeNumber } from '../options.ts';

const { values } = readArguments({
  command: 'npm run soak',
  about: 'Trains for long and fails unless memory stays flat.',
  options: { steps: { takes: 'N', says: 'at least 100; 10000 by default' } },
});
const steps = wholeNumber('steps', values.steps ?? '10000', { least: 100 });

/** JavaScript's heap is only compared to this, because compiled code and caches grow for a while. */
const HEAP_TOLERANCE = 4 * 2 ** 20;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held right now, with garbage collected. */
function held() {
  collectGarbage();
  const { numTensors, numBytes } = tf.memory();
  const { linear } = tf.backend() as SimdBackend;
  return {
    tensors: numTensors,
    tensorBytes: numBytes,
    kernelBytes: linear.used,
    reservedBytes: linear.memory.buffer.byteLength,
    heapBytes: process.memoryUsage().heapUsed,
  };
}

const engine = createEngine({ dataBase, fetch: fetchFile });
const run = 1;
let frames = 0;
let stopped: (error: string | null) => void = () => undefined;
engine.subscribe((event) => {
  if (event.type === 'stopped') stopped(event.error ? inEnglish(event.error.problem) : null);
  if (event.type !== 'frame') return;
  frames += 1;
  void engine.request('credit', { run });
});

async function trainTo(until: number): Promise<void> {
  const stop = new Promise<string | null>((resolve) => {
    stopped = resolve;
  });
  await engine.request('train', { runs: [run], until });
  const error = await stop;
  if (error) throw new Error(error);
}

const config = { recipe: 'cgan', data: 'mnist', seed: 1, params: { width: 0.1, batch: 16 } };
await engine.request('open', { run, config, backend: 'simd' });
// What is fetched on the way takes its memory once; in a short soak that would come after the first look.
await canCompile();
const began = performance.now();
const early = Math.round(steps / 10);
await trainTo(early);
const before = held();
await trainTo(steps);
const after = held();

const differences = (['tensors', 'tensorBytes', 'kernelBytes', 'reservedBytes'] as const).filter(
  (what) => after[what] !== before[what],
);
const heapGrowth = after.heapBytes - before.heapBytes;
const flat = differences.length === 0 && heapGrowth < HEAP_TOLERANCE;
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ steps, seconds, frames, [`after ${early}`]: before, [`after ${steps}`]: after }, null, 2));
console.log(flat ? 'Memory is flat.' : `Memory grew: ${[...differences, `heap by ${heapGrowth} bytes`].join(', ')}.`);
engine.close();
process.exit(flat ? 0 : 1);
