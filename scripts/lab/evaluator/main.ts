/**
 * Trains the classifier behind the quality measures on MNIST's training digits, and writes it with its card to
 * public/evaluator/. The official test digits are looked at once, at the end.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initialState, openStream } from '../../../src/core/random.ts';
import { info } from '../../../src/data/sets/mnist.ts';
import {
  createBatches,
  createEvaluator,
  createTeacher,
  encodeEvaluator,
  evaluatorSpec,
  firstBatchesState,
  gatherImages,
  gatherLabels,
  startSimd,
} from '../../../src/engine/headless.ts';
import { deviceInEnglish } from '../../../src/i18n/problems/explain.ts';
import { confusionMatrix } from '../../../src/metrics/confusion.ts';
import { argMaxRows } from '../../../src/metrics/matrix.ts';
import { loadWhole } from '../../build/packedData.ts';
import { readArguments, wholeNumber } from '../../options.ts';
import { shiftImages } from './augment.ts';
import { writeCard } from './card.ts';

const BATCH = 64;
const RATE = 2e-3;
const AVERAGE_DECAY = 0.999;
const SHIFT = 2;

const { values } = readArguments({
  command: 'npm run lab -- evaluator',
  about: 'Trains the classifier behind the quality measures, and writes it with its card.',
  options: {
    epochs: { takes: 'N', says: '6 by default' },
    seed: { takes: 'N', says: '1 by default' },
    threads: { takes: 'N', says: '1 by default, which gives the same weights on every machine' },
    out: { takes: 'DIR', says: 'public/evaluator by default' },
  },
});
const epochs = wholeNumber('epochs', values.epochs ?? '6', { least: 1 });
const seed = wholeNumber('seed', values.seed ?? '1');
const threads = wholeNumber('threads', values.threads ?? '1', { least: 1 });
const out = values.out ?? join('public', 'evaluator');

const data = await loadWhole(info);
const { device, activate } = await startSimd({ threads });
activate();

const size = info.height * info.width;
const spec = evaluatorSpec([info.height, info.width, info.channels], info.classes.length);
const teacher = createTeacher(spec, { seed, decay: AVERAGE_DECAY });
const batches = createBatches({ capacity: info.trainCount, batch: BATCH, state: firstBatchesState(seed) });
const moves = openStream(initialState(seed, 'evaluator-shifts'));
const steps = epochs * batches.stepsPerEpoch;
const began = performance.now();
let recent = 0;

for (let step = 0; step < steps; step++) {
  const indices = batches.next(data.loaded);
  const images = shiftImages(gatherImages(data.pixels, size, indices, 'symmetric'), SHIFT, moves);
  const loss = teacher.teach(images, gatherLabels(data.labels, indices), RATE * (1 - step / steps));
  recent += ((await loss.data())[0] as number) / 100;
  loss.dispose();
  if ((step + 1) % 100 === 0) {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.error(`step ${step + 1} of ${steps}, ${seconds} s: cross-entropy ${recent.toFixed(4)}`);
    recent = 0;
  }
}
const seconds = (performance.now() - began) / 1000;

// What is shipped is what is judged: the file, with its weights rounded to half precision.
const file = await encodeEvaluator(spec, teacher.averages);
const evaluator = createEvaluator(file);
const test = Uint32Array.from({ length: info.testCount }, (_, i) => info.trainCount + i);
const { probabilities } = await evaluator.observe(gatherImages(data.pixels, size, test, 'symmetric'));
const confusion = confusionMatrix(gatherLabels(data.labels, test), argMaxRows(probabilities), info.classes.length);

mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'evaluator.safetensors'), file);
const accuracy = writeCard(out, {
  command: `npm run lab -- evaluator -- --epochs ${epochs} --seed ${seed} --threads ${threads}`,
  seed,
  epochs,
  seconds,
  device: deviceInEnglish(device),
  bytes: file.length,
  confusion,
  training: { batch: BATCH, rate: RATE, averageDecay: AVERAGE_DECAY, shift: SHIFT },
  network: spec,
});
console.log(
  `Right on ${(100 * accuracy).toFixed(2)} % of the test digits; ${file.length} bytes; ${seconds.toFixed(0)} s.`,
);
