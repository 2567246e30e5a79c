import type { ObjectiveSpec } from '../plan.ts';
import { crossEntropy } from './crossEntropy.ts';
import { leastSquares } from './leastSquares.ts';
import type { Objective } from './objective.ts';

export const objectives: Readonly<Record<ObjectiveSpec['kind'], Objective>> = { crossEntropy, leastSquares };
