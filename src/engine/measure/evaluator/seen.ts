import type { ImageSpec } from '../../../gan/plan.ts';

/** Images as an evaluator sees them: in [−1, 1], and without an erratum's scaling. */
export const asSeen = (image: ImageSpec): ImageSpec => ({ ...image, range: 'symmetric', scaledTwice: false });
