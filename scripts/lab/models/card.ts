/** A model's card: what it was trained with, and what came of it. */
import type { ModelCard } from '../../../src/core/modelCard.ts';
import { describeNetwork } from '../../../src/core/network.ts';
import type { Measured } from '../../../src/core/score.ts';
import { resolve } from '../../../src/engine/headless.ts';
import type { RunLog } from '../../../src/record/log.ts';
import type { ModelPlan } from './settings.ts';

const rounded = (value: number): number => Number(value.toPrecision(4));

function scoresOf({ scores }: Measured): ModelCard['scores'] {
  const find = (id: string) => {
    const score = scores.find((one) => one.id === id);
    return score && { value: rounded(score.value), real: rounded(score.floor) };
  };
  const [frechet, precision, recall, agreement] = ['frechet', 'precision', 'recall', 'agreement'].map(find);
  if (!frechet || !precision || !recall) throw new Error('A score is missing.');
  return { frechet, precision, recall, ...(agreement && { agreement }) };
}

export function cardOf(model: ModelPlan, log: RunLog, measured: Measured, bytes: number): ModelCard {
  const { config, steps, why, params: given } = model;
  const { plan } = resolve(config);
  const { width, batch, ...changed } = given;
  const accuracy = log.columns.get('accuracyTest')?.findLast((mark) => !Number.isNaN(mark));
  const parametersOf = (part: 'generator' | 'discriminator') => describeNetwork(plan[part]).parameters;
  return {
    id: config.recipe,
    data: config.data,
    seed: config.seed,
    steps,
    batch: plan.batch,
    width: Number(width ?? 1),
    changed,
    ...(config.generator && { generator: config.generator }),
    ...(config.discriminator && { discriminator: config.discriminator }),
    why,
    parameters: { generator: parametersOf('generator'), discriminator: parametersOf('discriminator') },
    bytes,
    samples: measured.samples,
    scores: scoresOf(measured),
    ...(accuracy !== undefined && { accuracy: rounded(accuracy) }),
  };
}
