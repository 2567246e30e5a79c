import type * as tf from '@tensorflow/tfjs-core';
import type { OptimizerSpec } from '../../../gan/plan.ts';
import { createAdam } from './adam.ts';
import type { Optimizer } from './optimizer.ts';
import { createRmsProp } from './rmsProp.ts';
import { createSgd } from './sgd.ts';

/** An optimiser of that kind for these weights; it is given its settings anew with every update. */
export function createOptimizer(kind: OptimizerSpec['kind'], variables: readonly tf.Variable[]): Optimizer {
  switch (kind) {
    case 'adam':
      return createAdam(variables) as Optimizer;
    case 'rmsProp':
      return createRmsProp(variables) as Optimizer;
    case 'sgd':
      return createSgd(variables) as Optimizer;
    default:
      return kind satisfies never;
  }
}
