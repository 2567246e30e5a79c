/** What is behind the samples on the screen, whether they are images or points. */
import type { ClassView } from '../../core/config.ts';
import type { Plan } from '../../gan/plan.ts';
import { shownPoints } from './plane.ts';
import { requestGrid } from './samples.ts';

export interface ShownLatent {
  /** [n, latent.size], flat */
  readonly latent: Float32Array;
  /** [n], or null for recipes without classes */
  readonly labels: Int32Array | null;
}

/** The latent points of a run's samples and the classes that go with them: the same at every step. */
export const shownLatent = (plan: Plan, seed: number, classes: ClassView): ShownLatent =>
  plan.examples.kind === 'points'
    ? { latent: shownPoints(plan, seed), labels: null }
    : requestGrid(plan, seed, classes);
