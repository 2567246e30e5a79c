import { NetworkError } from '../../core/network.ts';
import type { Plan } from '../../gan/plan.ts';
import { planOf } from './plan.ts';

type Chosen = Parameters<typeof planOf>[0];

export interface BatchNormNumbers {
  /** What the running estimates keep of themselves at each update. */
  readonly momentum: number;
  readonly epsilon: number;
  /** Updates after which they have mostly forgotten where they began. */
  readonly steps: number;
}

/** Those of the first batch normalisation in G; null if it has none, or the layers do not fit together. */
export function batchNormOf(settings: Chosen): BatchNormNumbers | null {
  const layer = layersOf(settings).find(({ kind }) => kind === 'batchNorm');
  if (layer?.kind !== 'batchNorm') return null;
  const { momentum, epsilon } = layer;
  return { momentum, epsilon, steps: Math.max(1, Math.round(1 / (1 - momentum))) };
}

function layersOf(settings: Chosen): Plan['generator']['layers'] {
  try {
    return planOf(settings).generator.layers;
  } catch (thrown) {
    if (thrown instanceof NetworkError) return [];
    throw thrown;
  }
}
