/**
 * The engine's door for whoever has no page: command lines, benchmark, parity and studies under `scripts/` train, look and
 * measure through this file alone, so that the rooms behind it can be rebuilt without them.
 */

import type { StartedBackend } from './backends/backend.ts';
import { start } from './backends/simd.ts';
import { canCompile } from './step/stepper.ts';

// What is trained, on what, and where it is computed.
export { createBatches, firstBatchesState } from '../data/batches.ts';
export { gatherImages, gatherLabels } from '../data/images.ts';
export { drawPointSet } from '../data/points.ts';
export type { LoadedImages } from '../data/shards.ts';
// A single step, for those who look at it closely.
export type { NamedWeight } from '../gan/layers/network.ts';
export {
  type BestModel,
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  encodeLight,
} from '../record/checkpoint.ts';
export type { SimdBackend } from '../simd/backend.ts';
export { convInfo } from '../simd/kernels/conv.ts';
export * as codes from '../simd/shared/codes.ts';
export { shareOfProducts, winogradOf } from '../simd/winograd.ts';
export { type Asked, counted } from '../webgpu/counted.ts';
export type { StartedBackend } from './backends/backend.ts';
export { chooseBackend } from './backends/chooseBackend.ts';
export { backendStarters } from './backends/index.ts';
export { createPool } from './backends/pool.ts';
// A run, as the page has it; a training, which is a run without a page; and what can be kept of it.
export { createEngine } from './engine.ts';
export { beginWith } from './keep/beginWith.ts';
export { restoreSnapshot } from './keep/snapshot.ts';
// What there is to see, and how good it is.
export { createEvaluator, type Evaluator, type EvaluatorSpec, encodeEvaluator } from './measure/evaluator/evaluator.ts';
export { evaluatorSpec } from './measure/evaluator/network.ts';
export { createTeacher } from './measure/evaluator/teacher.ts';
export { trainEvaluator } from './measure/evaluator/training.ts';
export { productsOf } from './measure/products.ts';
export { drawReal, judgeGenerator, type QualityOptions, scoreGenerator, scoreReal } from './measure/quality.ts';
/** How many steps a run takes between two reads. */
export { AHEAD } from './run/ahead.ts';
export { changePlan, resolve } from './run/resolve.ts';
export { createTraining, type Training } from './run/training.ts';
export { accelerated } from './step/accelerated.ts';
export type { Batch, Examples } from './step/batch.ts';
export { drawLatent } from './step/latent.ts';
export { noiseBatch } from './step/noiseBatch.ts';
export { createOptimizer } from './step/optimizers/index.ts';
export { recordStep } from './step/recordStep.ts';
export { stateOf } from './step/stateOf.ts';
export { canCompile, createStepper, type Stepper } from './step/stepper.ts';
export { takeStep } from './step/takeStep.ts';
export { createTrainer, disposeTrainer, sample, type Trainer } from './step/trainer.ts';
export { generatorSeesReal } from './step/updates.ts';
export { drawView } from './view/draw.ts';
export { drawPlane } from './view/plane.ts';

/** The CPU backend, with all that compiles its steps: nobody here leaves it the time to come by itself. */
export async function startSimd(...options: Parameters<typeof start>): Promise<StartedBackend> {
  const backend = await start(...options);
  await canCompile();
  return backend;
}
