import type * as tf from '@tensorflow/tfjs-core';
import type { ForwardContext, Labels } from '../../gan/layers/context.ts';
import { dropoutMasks } from './dropout.ts';
import type { Trainer } from './trainer.ts';

/** A pass through either network while it is trained: statistics of the batch, dropout from the run's own stream. */
export const inTraining = (
  { plan, streams }: Pick<Trainer, 'plan' | 'streams'>,
  labels: tf.Tensor1D | null,
  updatesRunning: boolean,
): ForwardContext => ({
  labels,
  statistics: 'batch',
  updatesRunning: updatesRunning || plan.supervision?.statisticsMovedBy === 'both',
  dropout: dropoutMasks(streams),
});

/** A network as the function that it is: running statistics and no dropout, so that each output is of its example alone. */
export const asFunction = (labels: Labels | null): ForwardContext => ({
  labels,
  statistics: 'running',
  updatesRunning: false,
  dropout: null,
});

/** The same with statistics of the batch, as in training, none of which stay. */
export const asInBatch = (labels: Labels | null): ForwardContext => ({ ...asFunction(labels), statistics: 'batch' });
