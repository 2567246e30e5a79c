/** One training of the SGAN or its baseline, with its marks on the official test digits. */

import type { ParamValues } from '../../src/core/params.ts';
import { SCALARS, type ScalarName } from '../../src/core/scalars.ts';
import { type LoadedImages, loadImageSet } from '../../src/data/shards.ts';
import type { StartedBackend } from '../../src/engine/backends/backend.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { createTraining } from '../../src/engine/training.ts';
import { dataBase, fetchFile } from '../packedData.ts';

export interface Experiment {
  readonly labels: string;
  readonly baseline: boolean;
  readonly seed: number;
  readonly steps: number;
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

const READ_EVERY = 16;

export async function loadDigits(): Promise<LoadedImages> {
  const { data: info } = resolve({ recipe: 'sgan', data: 'mnist', seed: 1, params: {} });
  const data = await loadImageSet(info, {
    base: dataBase,
    fetch: fetchFile,
    includeTest: true,
    onProgress: () => undefined,
    onProblem: (error) => {
      throw error;
    },
  });
  await data.whenComplete;
  return data;
}

export async function run(
  experiment: Experiment,
  data: LoadedImages,
  backend: StartedBackend,
  log: (line: string) => void,
): Promise<Result> {
  const { labels, baseline, seed, steps, params } = experiment;
  const config = { recipe: 'sgan', data: 'mnist', seed, params: { ...params, labels, baseline } };
  const { plan } = resolve(config);
  const training = createTraining({ config, plan, data, backend });
  const marks: Mark[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  while (training.step() < steps) {
    training.advance('both');
    const due = training.isExamining();
    if (training.step() % READ_EVERY !== 0 && !due && training.step() < steps) continue;
    const { rows, bad } = await training.readBack();
    if (bad) throw new Error(`At step ${bad.step}, ${bad.name} was no longer a finite number.`);
    while (training.isExamining()) {
      const row = await training.examine();
      if (!row) continue;
      const of = (name: ScalarName, values: Float32Array) =>
        values.at(SCALARS.indexOf(name) - SCALARS.length) as number;
      const mark = {
        step: training.step(),
        validation: of('accuracyValidation', row.values),
        test: of('accuracyTest', row.values),
      };
      marks.push(mark);
      const watched = (['lossReal', 'lossFake', 'lossClass', 'lossG', 'lossMatch', 'scoreReal', 'scoreFake'] as const)
        .map((name) => `${name} ${of(name, rows.values).toFixed(3)}`)
        .join(' ');
      log(
        `step ${mark.step}: validation ${mark.validation.toFixed(4)} test ${mark.test.toFixed(4)} ${watched} ${Math.round(seconds())} s`,
      );
    }
  }
  const best = training.school?.best();
  const last = marks.at(-1);
  if (!best || !last) throw new Error('The run was too short to be examined.');
  const { step, validation, test } = best;
  training.dispose();
  return { ...experiment, seconds: Math.round(seconds()), marks, best: { step, validation, test }, last };
}
