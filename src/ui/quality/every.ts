/** Steps after which the samples can be measured again. */
export const EVERY = [50, 100, 200, 500, 1000, 2000] as const;
export const NEVER = 'never';
export type Every = typeof NEVER | `${(typeof EVERY)[number]}`;

export const EVERY_WORDS: readonly Every[] = [NEVER, ...EVERY.map((steps) => `${steps}` as const)];

/** Null for never. */
export const stepsOf = (every: Every): number | null => (every === NEVER ? null : Number(every));
export const wordOf = (steps: number | null): Every => EVERY_WORDS.find((word) => word === String(steps)) ?? NEVER;
