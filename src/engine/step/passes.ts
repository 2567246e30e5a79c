import type * as tf from '@tensorflow/tfjs-core';
import type { ForwardContext } from '../../gan/layers/context.ts';
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
