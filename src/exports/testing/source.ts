/** Runs for tests of exports: really trained, for a few steps, and read back from their records. */
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import type { ParamValues } from '../../core/params.ts';
import { SCALARS } from '../../core/scalars.ts';
import type { SampleView } from '../../core/views.ts';
import { drawPointSet, type LoadedExamples } from '../../data/points.ts';
import { loadImageSet } from '../../data/shards.ts';
import type { StartedBackend } from '../../engine/backends/backend.ts';
import { start } from '../../engine/backends/simd.ts';
import { resolve } from '../../engine/run/resolve.ts';
import { createTraining, type Training } from '../../engine/run/training.ts';
import { drawView } from '../../engine/view/draw.ts';
import { languages } from '../../i18n/languages.ts';
import { encodeCheckpoint } from '../../record/checkpoint.ts';
import type { RunLog } from '../../record/log.ts';
import { withLog } from '../../record/record.ts';
import type { ExportSource, Reader } from '../exporter.ts';
import { openSource } from '../makers.ts';

export interface TrainedRun {
  readonly source: ExportSource;
  /** What the exported networks are compared with; on the simd backend. */
  readonly training: Training;
  readonly backend: StartedBackend;
  readonly data: LoadedExamples;
}

/** For whom files of tests are made. */
const ENGLISH: Reader = { languageId: 'en', language: languages.en, address: 'https://example.org/' };

let started: Promise<StartedBackend> | null = null;

async function load(info: ReturnType<typeof resolve>['data'], seed: number): Promise<LoadedExamples> {
  if (info.kind === 'points') return drawPointSet(info, seed);
  const images = await loadImageSet(info, {
    base: dataBase,
    fetch: fetchFile,
    includeTest: false,
    onProgress: () => undefined,
    onProblem: () => undefined,
  });
  // The first shard is enough, and stays the same.
  images.close();
  return images;
}

/** Small networks, so that a test of every system takes seconds. */
const SMALL: ParamValues = { width: 0.05, batch: 4 };

/**
 * Trains a system for a few steps, with a picture before the first and after each.
 *
 * @param generator layers in place of the recipe's own, likewise `discriminator`
 */
export async function trainRun({
  recipe,
  data: set,
  steps = 3,
  params = {},
  ...edited
}: {
  readonly recipe: string;
  readonly data: string;
  readonly steps?: number;
  readonly params?: ParamValues;
  readonly generator?: string;
  readonly discriminator?: string;
}): Promise<TrainedRun> {
  started ??= start();
  const backend = await started;
  const config = { recipe, data: set, seed: 3, params: { ...SMALL, ...params }, ...edited };
  const { data: info, plan } = resolve(config);
  const data = await load(info, config.seed);
  const training = createTraining({ config, plan, data, backend });
  const frames: SampleView[] = [];
  const draw = async (): Promise<void> => {
    const request = { seed: config.seed, classes: 'all', step: training.step() } as const;
    frames.push(await drawView(training.trainer(), data, request, backend.guard));
  };
  const measured: number[] = [];
  const columns = new Map(SCALARS.map((name) => [name, [] as number[]]));
  await draw();
  while (training.step() < steps) {
    training.advance('both');
    const { rows } = await training.readBack();
    for (const [row, step] of rows.steps.entries()) {
      measured.push(step);
      for (const [at, name] of SCALARS.entries())
        columns.get(name)?.push(rows.values[row * SCALARS.length + at] as number);
    }
    await draw();
  }
  await training.keepSnapshot();
  const snapshot = training.snapshot();
  if (!snapshot) throw new Error('A weight is not finite.');
  const log: RunLog = {
    steps: Float64Array.from(measured),
    columns: new Map([...columns].map(([name, values]) => [name, Float32Array.from(values)])),
    scores: [],
    events: [],
    frames,
  };
  const record = await withLog(new Blob([encodeCheckpoint({ config, snapshot })]), log);
  return { source: await openSource(record, { plan, data: info }, ENGLISH), training, backend, data };
}
