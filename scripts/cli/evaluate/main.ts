/**
 * Scores a checkpoint's generator, or, for reference, real test digits. One JSON object goes to the standard output. Bad
 * arguments: exit code 2.
 */
import { EngineError } from '../../../src/core/errors.ts';
import { info } from '../../../src/data/sets/mnist.ts';
import {
  backendStarters,
  createTrainer,
  decodeCheckpoint,
  gatherImages,
  gatherLabels,
  resolve,
  restoreSnapshot,
  scoreGenerator,
  scoreReal,
} from '../../../src/engine/headless.ts';
import { meanOver, rowEntropies } from '../../../src/metrics/classes.ts';
import { argMaxRows } from '../../../src/metrics/matrix.ts';
import { inceptionScore } from '../../../src/metrics/measures/inceptionScore.ts';
import { allOf } from '../../../src/metrics/resample.ts';
import { loadWhole } from '../../build/packedData.ts';
import { readBytes, sayEngineErrors } from '../../options.ts';
import { byId, type ImageQuality, openQuality, readableJson } from './evaluator.ts';
import { type EvaluateOptions, readOptions } from './options.ts';

/** All official test digits: how often the evaluator is right, and their Inception score. */
async function describeTestDigits({ evaluator, data }: ImageQuality) {
  const test = Uint32Array.from({ length: info.testCount }, (_, i) => info.trainCount + i);
  const { probabilities } = await evaluator.observe(
    gatherImages(data.pixels, info.height * info.width, test, 'symmetric'),
  );
  const labels = gatherLabels(data.labels, test);
  const right = Array.from(argMaxRows(probabilities), (found, i) => Number(found === labels[i]));
  const all = allOf(info.testCount);
  return {
    digits: info.testCount,
    accuracy: meanOver(right, all),
    inceptionScore: inceptionScore(probabilities, rowEntropies(probabilities), all),
  };
}

async function evaluate({ checkpoint, samples, seed }: EvaluateOptions): Promise<unknown> {
  const saved = checkpoint === null ? null : decodeCheckpoint(readBytes(checkpoint));
  const backend = await backendStarters.simd();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if (saved === null) {
    const quality = openQuality(await loadWhole(info), { samples, seed });
    const testDigits = await describeTestDigits(quality);
    return { of: 'test digits', samples, seed, testDigits, scores: byId(await scoreReal(quality)), seconds: seconds() };
  }
  const { config, snapshot } = saved;
  const { plan, data } = resolve(config);
  if (data.id !== info.id)
    throw new EngineError('bad-config', { code: 'evaluator.otherData', known: info.name, data: data.name });
  const trainer = createTrainer(plan, config.seed);
  restoreSnapshot(trainer, snapshot);
  const scores = await scoreGenerator(trainer, backend, openQuality(await loadWhole(info), { samples, seed }));
  return { of: checkpoint, ...config, step: snapshot.step, samples, scores: byId(scores), seconds: seconds() };
}

console.log(readableJson(await sayEngineErrors(evaluate(readOptions(process.argv.slice(2))))));
