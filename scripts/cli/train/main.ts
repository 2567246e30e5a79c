/**
 * Trains without a page: the same engine, under Node. A progress bar goes to the standard error, one JSON summary to the
 * standard output. Bad arguments: exit code 2.
 */

import { EngineError } from '../../../src/core/errors.ts';
import { SCALARS, type ScalarRows } from '../../../src/core/scalars.ts';
import {
  backendStarters,
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
import { sayEngineErrors, UsageError } from '../../options.ts';
import { byId, openQuality, readableJson } from '../evaluate/evaluator.ts';
import { trainTo } from './loop.ts';
import { readOptions, type TrainOptions } from './options.ts';
import { writeOutputs } from './outputs.ts';

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

async function train({ config, steps, backend: choice, out, summary: wantsScores }: TrainOptions): Promise<void> {
  const { data: info, plan } = resolve(config);
  if (wantsScores && info.kind !== 'image') throw new UsageError('--summary measures images, not points in the plane.');
  const data =
    info.kind === 'points'
      ? drawPointSet(info, config.seed)
      : await loadWhole(info, plan.includeTest || plan.supervision !== undefined);
  const signal = new AbortController().signal;
  const pool = createPool(backendStarters);
  const { backend } = await chooseBackend(pool, choice, plan, { onProgress: () => undefined, signal });
  const training = createTraining({ config, plan, data, backend });

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
  if (out !== null) {
    await training.keepSnapshot();
    const snapshot = training.snapshot();
    if (!snapshot) throw new EngineError('non-finite', { code: 'checkpoint.notFinite' });
    const request = { seed: config.seed, classes: 'all', step: steps } as const;
    const view = await drawView(training.trainer(), data, request, backend.guard);
    files = await writeOutputs(out, { view, rows, config, snapshot, ...(best && { best }) });
  }
  const scores =
    wantsScores && data.kind === 'image'
      ? byId(await scoreGenerator(training.trainer(), backend, openQuality(data)))
      : undefined;
  const summary = {
    ...config,
    steps,
    seconds: took,
    stepsPerSecond: steps / took,
    backend: backend.id,
    device: deviceInEnglish(backend.device),
    // The model that the held-out examples chose, where D learns classes.
    ...(best && { best: { step: best.step, validation: best.validation, test: best.test } }),
  };
  console.log(readableJson({ ...summary, last: lastScalars(rows), scores, files }));
}

await sayEngineErrors(train(readOptions(process.argv.slice(2))));
