import type { MemberState } from './member.ts';

/** A step that takes longer is worth a word. */
export const SLOW_MS = 1000;
/** What a step is to take at the width that is offered instead. */
const WANTED_MS = 300;

/**
 * Milliseconds that a training step takes here: as the run trains or, before that, as it was measured when the backend
 * was chosen. Null while nobody knows.
 */
export function stepTime({ stepsPerSecond, info }: Pick<MemberState, 'stepsPerSecond' | 'info'>): number | null {
  if (stepsPerSecond !== null) return 1000 / stepsPerSecond;
  const chosen = info?.backend.candidates.find(({ id }) => id === info.backend.id);
  return chosen?.millisecondsPerStep ?? null;
}

/**
 * The width at which a step would take about 0.3 s, two digits of it, and the time it would take: most of the work is
 * in products of two layers' widths, so time goes with the square. Null if there is no smaller one.
 */
export function quickerWidth(
  width: number,
  milliseconds: number,
  narrowest: number,
): { readonly width: number; readonly milliseconds: number } | null {
  const wanted = Number((width * Math.sqrt(WANTED_MS / milliseconds)).toPrecision(2));
  const offered = Math.max(narrowest, wanted);
  return offered < width ? { width: offered, milliseconds: milliseconds * (offered / width) ** 2 } : null;
}
