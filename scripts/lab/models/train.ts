/** A model from step 0 to its last, with the pictures of its way: the whole record, of which a light one is made. */
import type { ScalarRows } from '../../../src/core/scalars.ts';
import {
  type BestModel,
  createTraining,
  drawView,
  encodeCheckpoint,
  type LoadedImages,
  resolve,
  type StartedBackend,
} from '../../../src/engine/headless.ts';
import type { SampleView } from '../../../src/protocol/index.ts';
import { withLog } from '../../../src/record/record.ts';
import { trainTo } from '../../cli/train/loop.ts';
import { columnsOf } from '../../cli/train/outputs.ts';
import type { ModelPlan } from './settings.ts';

/** Shares of the way after which a picture is kept: most happens early. They are a third of a file, so they are few. */
const PICTURES = [0.005, 0.04, 0.12, 1];

export const picturesOf = (steps: number): readonly number[] => PICTURES.map((share) => Math.round(share * steps));

/**
 * @returns the run as a record
 * @throws EngineError `non-finite` at the first value that is not a finite number
 */
export async function trainModel(
  { config, steps }: ModelPlan,
  data: LoadedImages,
  backend: StartedBackend,
): Promise<Uint8Array<ArrayBuffer>> {
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  const rows: ScalarRows[] = [];
  const frames: SampleView[] = [];
  const began = performance.now();
  for (const to of picturesOf(steps)) {
    await trainTo(training, to, (read) => rows.push(read));
    const request = { seed: config.seed, classes: 'all', step: to } as const;
    frames.push(await drawView(training.trainer(), data, request, backend.guard));
    console.error(`${config.recipe}: step ${to} of ${steps} after ${Math.round((performance.now() - began) / 1000)} s`);
  }
  await training.keepSnapshot();
  const snapshot = training.snapshot();
  const best: BestModel | null = training.school?.best() ?? null;
  training.dispose();
  if (!snapshot) throw new Error(`${config.recipe}: a weight is not a finite number.`);
  const file = new Blob([encodeCheckpoint({ config, snapshot, ...(best && { best }) })]);
  const log = { ...columnsOf(rows), scores: [], events: [], frames };
  return new Uint8Array(await (await withLog(file, log)).arrayBuffer());
}
