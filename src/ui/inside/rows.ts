import type { Idleness, LayerReport, NetworkName } from '../../core/inspection.ts';

export const LETTER: Readonly<Record<NetworkName, string>> = { discriminator: 'D', generator: 'G' };

/** A layer of either network. */
export interface Place {
  readonly network: NetworkName;
  readonly layer: number;
}

/** A trained layer, and how idle the activation behind it is. */
export interface LayerRow {
  readonly layer: LayerReport;
  readonly idle: Idleness | null;
}

/** Each trained layer with the first activation up to the next one. */
export function rowsOf(layers: readonly LayerReport[]): readonly LayerRow[] {
  return layers.flatMap((layer, i): LayerRow[] => {
    if (!layer.weights) return [];
    const next = layers.findIndex(({ weights }, j) => j > i && weights !== null);
    const own = layers.slice(i, next < 0 ? undefined : next);
    return [{ layer, idle: own.find(({ idle }) => idle !== null)?.idle ?? null }];
  });
}

/** Ratios of gradient and weights are drawn by their logarithm, from 10⁻⁴ to 10². */
const [LOWEST, HIGHEST] = [-4, 2];

/** Where a ratio lies between the ends: [0, 1]. */
export function ratioShare(gradient: number, norm: number): number {
  const log = Math.log10(gradient / norm);
  return Number.isNaN(log) ? 0 : Math.min(1, Math.max(0, (log - LOWEST) / (HIGHEST - LOWEST)));
}
