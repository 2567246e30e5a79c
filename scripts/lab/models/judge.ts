/** What a model is worth, as it is shipped: in the measures that need no pairs of everything with everything. */
import type { Measured } from '../../../src/core/score.ts';
import {
  type Checkpoint,
  createTrainer,
  disposeTrainer,
  resolve,
  restoreSnapshot,
  type StartedBackend,
  scoreGenerator,
} from '../../../src/engine/headless.ts';
import type { Room } from '../quality/gallery.ts';

/** On each side; with more, precision and recall take minutes. */
const SAMPLES = 2000;
const CHOSEN = ['frechet', 'precision', 'recall', 'agreement', 'coverage'];

/** @param room data and classifier of the set that the model is of */
export async function judge(
  { config, snapshot }: Checkpoint,
  backend: StartedBackend,
  { data, evaluator }: Room,
): Promise<Measured> {
  const began = performance.now();
  const trainer = createTrainer(resolve(config).plan, config.seed);
  restoreSnapshot(trainer, snapshot);
  const pause = async (): Promise<void> => undefined;
  const options = { data, evaluator, samples: SAMPLES, seed: 1, chosen: CHOSEN, pause };
  const scores = await scoreGenerator(trainer, backend, options);
  disposeTrainer(trainer);
  return { step: snapshot.step, samples: SAMPLES, scores, milliseconds: Math.round(performance.now() - began) };
}
