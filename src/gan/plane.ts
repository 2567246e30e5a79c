/**
 * The comparison in the plane, where one can look at D itself: the same networks for every system.
 *
 * Gulrajani et al. 2017, figure 1b, and their code; Kodali et al. 2017 draw the same for DRAGAN.
 */
import type { CombinationValues } from './combination.ts';
import { combinationOf } from './combination.ts';
import type { Plan } from './plan.ts';
import type { PlaneShape } from './recipe.ts';
import { commonPlan, scaledBy } from './recipe.ts';
import { dense, relu } from './specs.ts';

export const PLANE_BATCH = 256;

/** Three hidden layers of 512 units in both networks, from z ~ N(0, I₂). */
function planeNetworks(width: number, { extent }: PlaneShape) {
  const units = scaledBy(width)(512);
  const hidden = [dense(units), relu, dense(units), relu, dense(units), relu];
  return {
    examples: { kind: 'points', extent },
    latent: { size: 2, distribution: 'normal' },
    generator: { input: [2], init: { kind: 'torch' }, layers: [...hidden, dense(2)] },
    discriminator: { input: [2], init: { kind: 'torch' }, layers: [...hidden, dense(1)] },
  } satisfies Partial<Plan>;
}

/** The whole plan: what is chosen by hand, on the networks that all systems share. */
export const planOnPlane = (
  p: CombinationValues & Parameters<typeof commonPlan>[0] & { readonly width: number },
  data: PlaneShape,
): Plan => ({ ...commonPlan(p), ...combinationOf(p), ...planeNetworks(p.width, data) });
