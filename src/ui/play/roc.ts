/** How well real examples are told from generated ones, at every threshold. */

/** Shares of the generated ones, and of the real ones, that are called real: in [0, 1]. */
export interface Rates {
  readonly falseAlarms: number;
  readonly hits: number;
}

/**
 * From (0, 0) to (1, 1), for thresholds from the highest to the lowest; scores that are equal go together.
 *
 * @param real scores, higher for more real; neither of both is empty
 */
export function rocCurve(real: ArrayLike<number>, generated: ArrayLike<number>): readonly Rates[] {
  const all = [
    ...Array.from(real, (score) => ({ score, isReal: true })),
    ...Array.from(generated, (score) => ({ score, isReal: false })),
  ].sort((a, b) => b.score - a.score);
  const curve: Rates[] = [{ falseAlarms: 0, hits: 0 }];
  let [hits, falseAlarms] = [0, 0];
  for (const [i, { score, isReal }] of all.entries()) {
    if (isReal) hits += 1;
    else falseAlarms += 1;
    if (all[i + 1]?.score !== score)
      curve.push({ falseAlarms: falseAlarms / generated.length, hits: hits / real.length });
  }
  return curve;
}

/** Area under it: how often a real example has a higher score than a generated one; 0.5 for guessing. */
export const areaUnder = (curve: readonly Rates[]): number =>
  curve.slice(1).reduce((area, { falseAlarms, hits }, i) => {
    const before = curve[i] as Rates;
    return area + ((falseAlarms - before.falseAlarms) * (hits + before.hits)) / 2;
  }, 0);

/** The hits that it has at so many false alarms, between its corners by a line. */
export function hitsAt(curve: readonly Rates[], falseAlarms: number): number {
  // Where it rises straight, the highest.
  const place = curve.findLastIndex((rates) => rates.falseAlarms <= falseAlarms);
  const from = curve[place] as Rates;
  const to = curve[place + 1];
  if (!to) return from.hits;
  const share = (falseAlarms - from.falseAlarms) / (to.falseAlarms - from.falseAlarms);
  return from.hits + share * (to.hits - from.hits);
}

/** Right answers among as many real as generated examples. */
export const accuracyOf = ({ falseAlarms, hits }: Rates): number => (hits + 1 - falseAlarms) / 2;

/** What a threshold gives: everything from it on is called real. */
export function ratesAt(real: ArrayLike<number>, generated: ArrayLike<number>, threshold: number): Rates {
  const share = (scores: ArrayLike<number>): number =>
    Array.from(scores).filter((score) => score >= threshold).length / scores.length;
  return { falseAlarms: share(generated), hits: share(real) };
}
