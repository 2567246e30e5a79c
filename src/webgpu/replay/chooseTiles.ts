/** Which family of tiles is the quickest: how long each is tried, and what is made of the times. */

/** Milliseconds of each family, one after the other. */
export type Round = readonly number[];

/** Runs so many turns of what a family is tried with. @returns milliseconds */
export type TimeFamily = (family: number, turns: number) => Promise<number>;

/** What takes longer than this, in milliseconds, is told apart well enough from the way to the device and back. */
const LONG_MS = 4;
const MOST_TURNS = 64;
/** In turns, so that what disturbs one family disturbs the others too. */
const ROUNDS = 3;
/** After so many milliseconds nothing more is tried: what such a slow device gains is not worth a wait. */
const BUDGET_MS = 150;
/** The usual family stays unless another is quicker by this share: smaller ones are chance. */
const MARGIN = 0.05;

/** @param count how many families; none is tried once the time is up, and rounds are whole */
export async function timeRounds(
  count: number,
  time: TimeFamily,
  now: () => number = () => performance.now(),
): Promise<readonly Round[]> {
  const end = now() + BUDGET_MS;
  // The first time that code runs, drivers make it ready, and buffers are cleared.
  for (let family = 0; family < count; family++) {
    await time(family, 1);
    if (now() > end) return [];
  }
  let turns = 1;
  while (turns < MOST_TURNS && (await time(0, turns)) < LONG_MS) turns *= 2;
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) {
    const round: number[] = [];
    for (let family = 0; family < count; family++) {
      if (now() > end) return rounds;
      round.push(await time(family, turns));
    }
    rounds.push(round);
  }
  return rounds;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;

/** The family whose median is the least, the usual one (0) where it is nearly that; null where none was measured. */
export function quickestOf(rounds: readonly Round[]): number | null {
  const [first] = rounds;
  if (!first) return null;
  const medians = first.map((_, family) => medianOf(rounds.map((round) => round[family] as number)));
  const least = Math.min(...medians);
  return least < (1 - MARGIN) * (medians[0] as number) ? medians.indexOf(least) : 0;
}
