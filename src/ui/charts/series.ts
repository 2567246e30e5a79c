import type { ScalarName } from '../../core/scalars.ts';

export interface Series {
  readonly name: ScalarName;
  readonly color: string;
  /** Terms of a loss are thinner and paler than the whole. */
  readonly width: number;
  readonly opacity: number;
  /** Whether the range of the values is drawn behind their mean. */
  readonly band: boolean;
  readonly dash?: string;
}

const D = 'var(--d)';
const G = 'var(--g)';
const whole = { width: 1.75, opacity: 1, band: true };
const term = { width: 1, opacity: 0.85, band: false };

const PENALTY: Series = { name: 'penalty', color: D, ...term, dash: '1 2.5' };

export const lossSeries = (penalised: boolean): readonly Series[] => [
  { name: 'lossD', color: D, ...whole },
  { name: 'lossG', color: G, ...whole },
  { name: 'lossReal', color: D, ...term, opacity: 0.6 },
  { name: 'lossFake', color: D, ...term, dash: '5 3' },
  ...(penalised ? [PENALTY] : []),
];

export const gradientSeries = (square: boolean): readonly Series[] => [
  { name: square ? 'gradientSquare' : 'gradientNorm', color: D, ...whole },
];

export const scoreSeries: readonly Series[] = [
  { name: 'scoreReal', color: D, ...whole },
  { name: 'scoreFake', color: G, ...whole },
];
