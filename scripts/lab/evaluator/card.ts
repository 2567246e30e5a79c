import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeNetwork } from '../../../src/core/network.ts';
import type { EvaluatorSpec } from '../../../src/engine/headless.ts';
import { readableJson } from '../../cli/evaluate/evaluator.ts';

interface Facts {
  readonly command: string;
  readonly seed: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly device: string;
  readonly bytes: number;
  /** On the official test digits; rows: labels, columns: predictions */
  readonly confusion: readonly (readonly number[])[];
  readonly training: Readonly<Record<'batch' | 'rate' | 'averageDecay' | 'shift', number>>;
  readonly network: EvaluatorSpec;
}

/** Writes `card.json` beside the weights; returns the accuracy. */
export function writeCard(folder: string, facts: Facts): number {
  const { confusion, training, network, seconds, ...rest } = facts;
  const total = confusion.flat().reduce((sum, count) => sum + count, 0);
  const right = confusion.reduce((sum, row, label) => sum + (row[label] as number), 0);
  const card = {
    what: 'Classifier of handwritten digits behind the quality measures: 64 features and 10 class probabilities',
    file: 'evaluator.safetensors',
    input: '28×28 grey, [−1, 1]',
    data: 'MNIST, 60,000 training digits; the 10,000 official test digits were used once, for the figures below',
    date: new Date().toISOString().slice(0, 10),
    ...rest,
    seconds: Math.round(seconds),
    training: {
      optimiser: 'Adam, β 0.9 and 0.999, rate falling linearly to 0',
      loss: 'softmax cross-entropy',
      augmentation: `shifts of up to ${training.shift} pixels`,
      weights: `exponential moving average, decay ${training.averageDecay}; stored as float16`,
      batch: training.batch,
      rate: training.rate,
    },
    parameters: describeNetwork(network.trunk).parameters + describeNetwork(network.head).parameters,
    testAccuracy: right / total,
    testErrors: total - right,
    confusion,
  };
  writeFileSync(join(folder, 'card.json'), `${readableJson(card)}\n`);
  return right / total;
}
