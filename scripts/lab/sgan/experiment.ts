/** One training of the SGAN or its baseline, with its marks on the official test digits. */
import type { RunConfig } from '../../../src/core/config.ts';
import type { ParamValues } from '../../../src/core/params.ts';
import { SCALARS, type ScalarName } from '../../../src/core/scalars.ts';
import { createTraining, type LoadedImages, resolve, type StartedBackend } from '../../../src/engine/headless.ts';
import { trainTo } from '../../cli/train/loop.ts';

export interface Experiment {
  readonly labels: string;
  readonly baseline: boolean;
  readonly seed: number;
  readonly steps: number;
  /** Of the recipe, all of them. */
  readonly params: ParamValues;
}

interface Mark {
  readonly step: number;
  readonly validation: number;
  readonly test: number;
}

export interface Result extends Experiment {
  readonly seconds: number;
  readonly marks: readonly Mark[];
  /** Of the model that the validation examples chose. */
  readonly best: Mark;
  readonly last: Mark;
}

export async function run(
  experiment: Experiment,
  data: LoadedImages,
  backend: StartedBackend,
  log: (line: string) => void,
): Promise<Result> {
  const { labels, baseline, seed, steps, params } = experiment;
  /** Salimans et al. 2016, in their code: both rates fall to 0 over the last third. */
  const configAt = (step: number): RunConfig => {
    const share = Math.min(1, Math.max(0.001, 3 * (1 - step / steps)));
    const rates = { lrG: Number(params.lrG) * share, lrD: Number(params.lrD) * share };
    return { recipe: 'sgan', data: 'mnist', seed, params: { ...params, ...rates, labels, baseline } };
  };
  const config = configAt(0);
  const { plan } = resolve(config);
  const training = createTraining({ config, plan, data, backend });
  const marks: Mark[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  await trainTo(training, steps, ({ steps: [step = 0], values }) => {
    training.setPlan(resolve(configAt(step)).plan);
    const of = (name: ScalarName) => values[SCALARS.indexOf(name)] as number;
    const mark = { step, validation: of('accuracyValidation'), test: of('accuracyTest') };
    if (Number.isNaN(mark.test)) return;
    marks.push(mark);
    log(`step ${step}: validation ${mark.validation}, test ${mark.test}, ${Math.round(seconds())} s`);
  });
  const best = training.school?.best();
  const last = marks.at(-1);
  if (!best || !last) throw new Error('The run was too short to be examined.');
  const { step, validation, test } = best;
  training.dispose();
  return { ...experiment, seconds: Math.round(seconds()), marks, best: { step, validation, test }, last };
}
