import type { ScoresAt, ScoreValue } from './rule.ts';

/** The values of one measure over time, oldest first. */
export const valuesOf = (
  scores: readonly ScoresAt[],
  id: string,
): readonly (ScoreValue & { readonly step: number })[] =>
  scores.flatMap(({ step, scores: all }) => {
    const found = all.find((score) => score.id === id);
    return found ? [{ ...found, step }] : [];
  });
