/** A training without a page, from its beginning to its files. */
import { EngineError } from '../../../src/core/errors.ts';
import { SCALARS, type ScalarRows } from '../../../src/core/scalars.ts';
import {
  backendStarters,
  beginWith,
  canCompile,
  chooseBackend,
  createPool,
  createTraining,
  drawPointSet,
  drawView,
  resolve,
  scoreGenerator,
} from '../../../src/engine/headless.ts';
import { deviceInEnglish } from '../../../src/i18n/problems/explain.ts';
import { loadWhole } from '../../build/packedData.ts';
import { UsageError } from '../../options.ts';
import { byId, openQuality } from '../evaluate/evaluator.ts';
import { trainTo } from './loop.ts';
import type { TrainOptions } from './options.ts';
import { writeOutputs } from './outputs.ts';
import { openStart } from './start.ts';

function showProgress(step: number, steps: number, seconds: number): void {
  if (!process.stderr.isTTY && step < steps) return;
  const share = steps === 0 ? 1 : step / steps;
  const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
  const left = step === 0 ? '' : `, ${Math.round((seconds / step) * (steps - step))} s left`;
  process.stderr.write(
    `\r${bar} ${step} of ${steps} steps, ${(step / Math.max(seconds, 1e-9)).toFixed(1)} a second${left}   `,
  );
}

function lastScalars(rows: readonly ScalarRows[]): Record<string, number> {
  const step = rows.findLast(({ steps }) => steps.length > 0)?.steps.at(-1);
  // An examination's marks are a second row of their step.
  const entries = rows
    .filter(({ steps }) => steps.at(-1) === step)
    .flatMap(({ values }) => SCALARS.map((name, i) => [name, values.at(i - SCALARS.length) as number] as const));
  return Object.fromEntries(entries.filter(([, value]) => Number.isFinite(value)));
}

/**
 * Trains, writes what was asked for, and says how far it got.
 *
 * @throws EngineError, UsageError with the reason
 */
export async function train(options: TrainOptions): Promise<Readonly<Record<string, unknown>>> {
  const { steps, backend: choice, out, record, summary: wantsScores } = options;
  const { config, plan, checkpoint, weights, log } = await openStart(options.from);
  const { data: info } = resolve(config);
  const first = checkpoint?.snapshot.step ?? 0;
  if (first > steps) throw new UsageError(`The record is of step ${first}, beyond --steps ${steps}.`);
  if (wantsScores && info.kind !== 'image') throw new UsageError('--summary measures images, not points in the plane.');
  const data =
    info.kind === 'points'
      ? drawPointSet(info, config.seed)
      : await loadWhole(info, plan.includeTest || plan.supervision !== undefined);
  const signal = new AbortController().signal;
  const pool = createPool(backendStarters);
  const { backend, compiling } = await chooseBackend(pool, choice, plan, { onProgress: () => undefined, signal });
  const training = createTraining({ config, plan, data, backend, compiling });
  // Between two steps nothing is waited for here, so what compiles them would never come by itself.
  if (compiling) await canCompile();
  if (weights) await beginWith(training.trainer(), weights);
  if (checkpoint) training.restore(backend, checkpoint.snapshot, checkpoint.best);

  const rows: ScalarRows[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  await trainTo(training, steps, (read) => {
    rows.push(read);
    showProgress(training.step(), steps, seconds());
  });
  const took = seconds();
  process.stderr.write('\n');

  const best = training.school?.best() ?? null;
  let files: string[] = [];
  if (out !== null || record !== null) {
    await training.keepSnapshot();
    const snapshot = training.snapshot();
    if (!snapshot) throw new EngineError('non-finite', { code: 'checkpoint.notFinite' });
    const request = { seed: config.seed, classes: 'all', step: steps } as const;
    const view = await drawView(training.trainer(), data, request, backend.guard);
    files = await writeOutputs({ out, record }, { view, rows, before: log, config, snapshot, ...(best && { best }) });
  }
  const scores =
    wantsScores && data.kind === 'image'
      ? byId(await scoreGenerator(training.trainer(), backend, openQuality(data)))
      : undefined;
  const summary = {
    ...config,
    steps,
    seconds: took,
    stepsPerSecond: (steps - first) / took,
    backend: backend.id,
    device: deviceInEnglish(backend.device),
    compiled: training.mode().kind === 'compiled',
    // The model that the held-out examples chose, where D learns classes.
    ...(best && { best: { step: best.step, validation: best.validation, test: best.test } }),
  };
  return { ...summary, last: lastScalars(rows), scores, files };
}
