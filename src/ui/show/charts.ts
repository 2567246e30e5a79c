/** Which charts a presentation shows: of those that are chosen as many as can be read from the back of a room. */
import { CHARTS, type ChartName } from '../layout.ts';

/** In letters of the page; a presentation makes them larger. Lower, and the lines lie flat. */
const LEAST_HEIGHT = 140;

/** How many charts there is room for below each other. */
export const roomFor = (height: number): number => Math.max(1, Math.floor(height / LEAST_HEIGHT));

export interface Room {
  readonly count: number;
  /** Whether D is held by its gradient: then that is what the lesson is about. */
  readonly held: boolean;
}

/** First what is given up last. */
const ranked = (held: boolean): readonly ChartName[] =>
  held ? ['accuracy', 'losses', 'gradient', 'scores'] : ['accuracy', 'losses', 'scores', 'gradient'];

/** Those that there is room for, in the page's order. */
export function chartsShown(chosen: readonly ChartName[], { count, held }: Room): readonly ChartName[] {
  const kept = ranked(held)
    .filter((chart) => chosen.includes(chart))
    .slice(0, count);
  return CHARTS.filter((chart) => kept.includes(chart));
}

/** What is chosen once a chart is turned off, or on: then another makes room for it. */
export function turned(shown: readonly ChartName[], chart: ChartName, { count, held }: Room): readonly ChartName[] {
  if (shown.includes(chart)) return shown.filter((one) => one !== chart);
  const others = chartsShown(shown, { count: count - 1, held });
  return CHARTS.filter((one) => one === chart || others.includes(one));
}
