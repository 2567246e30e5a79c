/**
 * When a run is measured, and of which step. The measuring itself goes on beside the training, on a copy of G: what it
 * finds belongs to one step, and nothing that trains is touched or waits for it.
 */

import { badConfig, EngineError } from '../../core/errors.ts';
import { imported } from '../../core/imported.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { EngineEvent, MeasuringSettings, MeasuringStage, RunId } from '../../protocol/index.ts';
import { throwIfCancelled, unlessCancelled } from '../cancelling.ts';
import type { RunBeside } from '../run/sideline.ts';
import type { Training } from '../run/training.ts';
import { freeze } from '../step/trainer.ts';
import type { Evaluator } from './evaluator/evaluator.ts';
import type { RealSide } from './quality.ts';

/** Fewer say nothing … */
const FEWEST = 20;
/** … and distances between all pairs of more take half a gigabyte. */
const MOST = 2000;
const REPORT_EVERY_MS = 100;
const WORK = { work: 'measuring' } as const;

const AT_FIRST: MeasuringSettings = { every: null, samples: 500, chosen: ['frechet', 'recall'] };

export interface Measuring {
  /** @throws EngineError `bad-config` that says what is wrong. */
  set(settings: MeasuringSettings): Promise<void>;
  /** To be called after each step: begins a measuring if one is due and none is under way. */
  stepped(): void;
  /** Takes G as it is; the scores follow as an event, before the promise is fulfilled. */
  begin(signal: AbortSignal): Promise<void>;
  /** Ends what is under way without a word. The evaluator may be another one from now on. */
  reset(): void;
}

export interface MeasuringParts {
  readonly run: RunId;
  readonly seed: number;
  readonly training: Training;
  readonly data: LoadedExamples;
  /** The evaluator on the run's backend; null for points. */
  evaluator(): Promise<Evaluator | null>;
  readonly beside: RunBeside;
  emit(event: EngineEvent): void;
}

/** All measures: nobody needs them before the first measuring. */
const fetchQuality = imported(
  () => import('./quality.ts'),
  (module) => module,
);

async function check({ every, samples, chosen }: MeasuringSettings): Promise<void> {
  if (every !== null && !(Number.isInteger(every) && every >= 1))
    throw badConfig({ code: 'measuring.every', value: every });
  if (!Number.isInteger(samples) || samples < FEWEST || samples > MOST)
    throw badConfig({ code: 'measuring.samples', least: FEWEST, most: MOST, value: samples });
  if (chosen.length === 0) throw badConfig({ code: 'measuring.none' });
  const { findMeasures } = await fetchQuality();
  findMeasures(chosen);
}

export function createMeasuring({ run, seed, training, data, evaluator, beside, emit }: MeasuringParts): Measuring {
  let settings = AT_FIRST;
  /** Settings that are being checked: a measuring that was asked for after them waits for them. */
  let setting: Promise<void> = Promise.resolve();
  let underWay: AbortController | null = null;
  let measured = -1;
  /** Of the present evaluator and number of samples. */
  let known: { readonly samples: number; readonly by: Evaluator | null; readonly side: RealSide } | null = null;

  function reporter(step: number): (stage: MeasuringStage, share: number) => void {
    let reported = 0;
    let last: MeasuringStage | null = null;
    return (stage, share) => {
      if (stage === last && performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      last = stage;
      emit({ type: 'measuring', run, step, stage, share });
    };
  }

  async function measure(step: number, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const backend = training.backend();
    const frozen = freeze(training.trainer());
    const report = reporter(step);
    const stillWanted = (): void => throwIfCancelled(signal, WORK);
    try {
      report('evaluator', 0);
      await setting.catch(() => undefined);
      const { samples, chosen } = settings;
      const loading = Promise.all([evaluator(), fetchQuality()]);
      const [by, quality] = await unlessCancelled(loading, signal, WORK);
      if (data.kind === 'image' && data.loaded < data.capacity) {
        report('data', 0);
        await unlessCancelled(data.whenComplete, signal, WORK);
      }
      const judged = await beside(async (rest) => {
        stillWanted();
        const pause = async () => {
          await rest();
          stillWanted();
        };
        const options = { data, evaluator: by, samples, chosen, seed, pause, onProgress: report };
        if (known?.samples !== samples || known.by !== by)
          known = { samples, by, side: await quality.drawReal(options, frozen.plan) };
        return quality.judgeGenerator(frozen, backend, options, known.side);
      });
      stillWanted();
      emit({ type: 'scores', run, step, samples, ...judged, milliseconds: performance.now() - began });
    } finally {
      backend.activate();
      frozen.dispose();
    }
  }

  async function begin(signal: AbortSignal): Promise<void> {
    if (underWay) throw badConfig({ code: 'measuring.busy' });
    const own = new AbortController();
    underWay = own;
    measured = training.step();
    try {
      await measure(measured, AbortSignal.any([own.signal, signal]));
    } finally {
      if (underWay === own) underWay = null;
    }
  }

  return {
    set(next) {
      // One after the other, so that the last one counts.
      setting = setting
        .catch(() => undefined)
        .then(() => check(next))
        .then(() => {
          settings = next;
        });
      return setting;
    },
    begin,
    stepped() {
      const step = training.step();
      const { every } = settings;
      // The next one that is due, or the first step after that at which there is time for it.
      if (every === null || underWay || Math.floor(step / every) <= Math.floor(Math.max(0, measured) / every)) return;
      begin(new AbortController().signal).catch((thrown: unknown) => {
        const error = EngineError.from(thrown);
        if (error.code === 'cancelled') return;
        settings = { ...settings, every: null };
        emit({ type: 'unmeasured', run, step, error: error.toData() });
      });
    },
    reset() {
      underWay?.abort();
      underWay = null;
      known = null;
      measured = -1;
    },
  };
}
