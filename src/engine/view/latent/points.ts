/** Places in the latent space, by the run's seed: the same whenever somebody asks. */
import { initialState, openStream } from '../../../core/random.ts';
import type { Plan } from '../../../gan/plan.ts';
import type { LatentPoints, PointsRequest } from '../../../protocol/index.ts';
import { drawLatent } from '../../step/latent.ts';
import { shownLatent } from '../shown.ts';

export function latentPoints(plan: Plan, seed: number, of: PointsRequest['of']): LatentPoints {
  const { size, distribution: prior } = plan.latent;
  const space = { prior, size };
  switch (of.kind) {
    case 'new': {
      const stream = openStream(initialState(seed, `latent.${of.draw}`));
      return { ...space, z: Float32Array.from(drawLatent(plan.latent, 1, stream)), labels: null };
    }
    case 'grid': {
      const { latent, labels } = shownLatent(plan, seed, of.classes);
      return { ...space, z: Float32Array.from(latent), labels: labels && Int32Array.from(labels) };
    }
    default:
      return of satisfies never;
  }
}
