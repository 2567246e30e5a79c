import { badConfig } from '../../../core/errors.ts';
import type { LoadedImages } from '../../../data/shards.ts';
import type { StartedBackend } from '../../backends/backend.ts';
import { throwIfCancelled, unlessCancelled } from '../../cancelling.ts';
import type { Resolved } from '../../run/resolve.ts';
import type { RunBeside } from '../../run/sideline.ts';
import { type TrainedEvaluator, trainEvaluator } from './training.ts';

const REPORT_EVERY_MS = 100;
const WORK = { work: 'classifier' } as const;

/** Trains an evaluator while runs may train: it has at most half of the time. */
export async function trainBeside(options: {
  /** With the test images. */
  readonly images: LoadedImages;
  readonly resolved: Resolved;
  readonly backend: StartedBackend;
  readonly signal: AbortSignal;
  readonly beside: RunBeside;
  onProgress(share: number): void;
}): Promise<TrainedEvaluator> {
  const { images, resolved, backend, signal, beside, onProgress } = options;
  const { examples } = resolved.plan;
  if (examples.kind !== 'image') throw badConfig({ code: 'evaluator.points' });
  onProgress(0);
  await unlessCancelled(images.whenComplete, signal, WORK);
  return beside((pause) => {
    let reported = performance.now();
    return trainEvaluator({
      data: images,
      image: examples,
      backend,
      async between(share) {
        throwIfCancelled(signal, WORK);
        if (performance.now() - reported >= REPORT_EVERY_MS) {
          reported = performance.now();
          onProgress(share);
        }
        await pause();
      },
    });
  });
}
