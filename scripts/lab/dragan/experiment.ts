/** One training of the plain GAN or of DRAGAN, with what the claim is about: the gradient norm, and what G draws. */
import type { RunConfig } from '../../../src/core/config.ts';
import { initialState, openStream } from '../../../src/core/random.ts';
import { SCALARS } from '../../../src/core/scalars.ts';
import {
  createTraining,
  drawLatent,
  type Evaluator,
  type LoadedImages,
  resolve,
  type StartedBackend,
  sample,
  type Training,
} from '../../../src/engine/headless.ts';
import { marginal, rowEntropies } from '../../../src/metrics/classes.ts';
import { coveredClasses } from '../../../src/metrics/measures/coverage.ts';
import { inceptionScore } from '../../../src/metrics/measures/inceptionScore.ts';
import { allOf } from '../../../src/metrics/resample.ts';
import { trainTo } from '../../cli/train/loop.ts';

export type Penalty = 'none' | 'dragan';

/**
 * DRAGAN's networks at a quarter of their width, D without normalisation, and Adam with the momentum that it has by
 * default: without its usual crutches the plain GAN tends to collapse.
 */
const CONFIG = { recipe: 'dragan', data: 'mnist' } as const;
const PARAMS = { width: 0.25, dNorm: 'none', beta1: 0.9 } as const;

const SAMPLES = 1000;
const MOMENTS = 10;
/** Steps between two points of the trace. */
const EVERY = 10;
const CLASSES = 10;

export interface Moment {
  readonly step: number;
  /** Of ten, each at least a tenth as often as among real digits. */
  readonly classes: number;
  readonly inceptionScore: number;
}

export interface DraganRun {
  readonly penalty: Penalty;
  readonly seed: number;
  readonly steps: number;
  readonly seconds: number;
  readonly moments: readonly Moment[];
  /** E‖∇ₓD‖ at perturbed real digits, every ten steps. */
  readonly trace: readonly number[];
}

/** Fewer than half of the classes at one of the moments in the second half: the first half is finding them. */
export const hasCollapsed = ({ moments }: DraganRun): boolean =>
  moments.slice(MOMENTS / 2).some(({ classes }) => classes < CLASSES / 2);

async function look(training: Training, evaluator: Evaluator, seed: number): Promise<Moment> {
  const { latent } = training.trainer().plan;
  const drawn = sample(
    training.trainer(),
    drawLatent(latent, SAMPLES, openStream(initialState(seed, 'quality'))),
    null,
  ); // [samples, 28, 28, 1], in [0, 1]
  const images = await drawn.data<'float32'>();
  drawn.dispose();
  const { probabilities } = await evaluator.observe(images.map((value) => 2 * value - 1));
  const all = allOf(SAMPLES);
  return {
    step: training.step(),
    classes: coveredClasses(marginal(probabilities, all), new Float64Array(CLASSES).fill(1 / CLASSES)),
    inceptionScore: inceptionScore(probabilities, rowEntropies(probabilities), all),
  };
}

export async function run(
  { penalty, seed, steps }: Pick<DraganRun, 'penalty' | 'seed' | 'steps'>,
  data: LoadedImages,
  backend: StartedBackend,
  evaluator: Evaluator,
): Promise<DraganRun> {
  const config: RunConfig = { ...CONFIG, seed, params: { ...PARAMS, penalty } };
  const training = createTraining({ config, plan: resolve(config).plan, data, backend });
  const began = performance.now();
  const moments: Moment[] = [];
  const trace: number[] = [];
  for (let moment = 1; moment <= MOMENTS; moment++) {
    await trainTo(training, Math.round((moment / MOMENTS) * steps), ({ steps: rows, values }) => {
      for (const [row, step] of rows.entries()) {
        const norm = values[row * SCALARS.length + SCALARS.indexOf('gradientNorm')] as number;
        // With the penalty it is there at every step.
        if (step % EVERY === 1 && !Number.isNaN(norm)) trace.push(Number(norm.toPrecision(4)));
      }
    });
    moments.push(await look(training, evaluator, seed));
  }
  training.dispose();
  return { penalty, seed, steps, seconds: Math.round((performance.now() - began) / 1000), moments, trace };
}
