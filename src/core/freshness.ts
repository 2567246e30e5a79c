/** How far a picture may be behind the numbers beside it: it is too old only when it is beyond both. */
export const FRESH = { milliseconds: 500, steps: 5 } as const;

/**
 * How many steps a picture is behind, where that has to be said; 0 where it is fresh enough.
 *
 * @param step after which the numbers are
 * @param shown the step of the picture
 * @param age milliseconds between the two
 */
export const stepsBehind = ({ step, shown, age }: Readonly<Record<'step' | 'shown' | 'age', number>>): number =>
  age > FRESH.milliseconds && step - shown > FRESH.steps ? step - shown : 0;
