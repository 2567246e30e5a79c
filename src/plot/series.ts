import type { ScalarName } from '../core/scalars.ts';

export interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly opacity: number;
  readonly dash?: string | undefined;
}

export interface Series extends LineStyle {
  readonly name: ScalarName;
  /** Whether the range of the values is drawn behind their mean. */
  readonly band: boolean;
}

const D = 'var(--d)';
const G = 'var(--g)';
/** Terms of a loss are thinner and paler than the whole. No two lines of a chart differ in colour alone. */
const whole = { width: 1.75, opacity: 1, band: true };
const term = { width: 1, opacity: 0.85, band: false };
/** What is G's is dashed wherever D's is there too. */
const DASHED = '9 3';

const PENALTY: Series = { name: 'penalty', color: D, ...term, dash: '1 2.5' };

const CLASSES: Series = { name: 'lossClass', color: D, ...term, dash: '8 2 2 2' };
const MATCH: Series = { name: 'lossMatch', color: G, ...term, dash: '8 2 2 2 2 2' };

/** Both whole losses, and no terms. */
export const bothLosses: readonly Series[] = [
  { name: 'lossD', color: D, ...whole },
  { name: 'lossG', color: G, ...whole, dash: DASHED },
];

/** @param has which terms the losses have besides those of the game */
export const lossSeries = (has: { readonly penalty: boolean; readonly classes: boolean }): readonly Series[] => [
  ...bothLosses,
  { name: 'lossReal', color: D, ...term, opacity: 0.6 },
  { name: 'lossFake', color: D, ...term, dash: '5 3' },
  ...(has.penalty ? [PENALTY] : []),
  ...(has.classes ? [CLASSES, MATCH] : []),
];

const everyLoss = lossSeries({ penalty: true, classes: true });

/** The line of a loss or of one of its terms. @throws Error if it is none */
export function lossLine(name: ScalarName): Series {
  const line = everyLoss.find((series) => series.name === name);
  if (!line) throw new Error(`${name} is no loss.`);
  return line;
}

/** It keeps its dashes, by which it is known. */
export const heavier = (line: Series): Series => ({ ...line, width: line.width + 1.5, opacity: 1 });

/** The same lines, with the one of that name heavier. */
export const withLit = (series: readonly Series[], name: ScalarName | null): readonly Series[] =>
  series.some((line) => line.name === name)
    ? series.map((line) => (line.name === name ? heavier(line) : line))
    : series;

export const accuracySeries: readonly Series[] = [
  { name: 'accuracyTest', color: D, ...whole },
  { name: 'accuracyValidation', color: D, ...term, dash: '5 3' },
  { name: 'accuracyBatch', color: D, ...term, opacity: 0.35 },
];

export const gradientSeries = (square: boolean): readonly Series[] => [
  { name: square ? 'gradientSquare' : 'gradientNorm', color: D, ...whole },
];

export const scoreSeries: readonly Series[] = [
  { name: 'scoreReal', color: D, ...whole },
  { name: 'scoreFake', color: G, ...whole, dash: DASHED },
];

/** What is the generator's; all else is D's. */
const OF_G: readonly ScalarName[] = ['lossG', 'scoreFake', 'variety', 'varietyWithin', 'varietyClass', 'lossMatch'];

/** The colour of a scalar that is drawn alone. */
export const colourOf = (name: ScalarName): string => (OF_G.includes(name) ? G : D);
