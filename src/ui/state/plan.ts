import { NetworkError } from '../../core/network.ts';
import type { Caution, NetworkProblem, SoundnessProblem } from '../../core/problems/networks.ts';
import type { Plan } from '../../gan/plan.ts';
import { cautions, unsound } from '../../gan/soundness.ts';
import { planWith } from './edited.ts';
import { type RunSettings, recipeOf } from './settings.ts';

type Chosen = Pick<RunSettings, 'recipe' | 'data' | 'params' | 'generator' | 'discriminator'>;

/** Settings never change, and components ask for their plan with every frame. */
const plans = new WeakMap<Chosen, Plan>();

/**
 * What the engine would make of these settings.
 *
 * @throws NetworkError where networks made by hand cannot be used.
 */
export function planOf(chosen: Chosen): Plan {
  const plan = plans.get(chosen) ?? planWith(recipeOf(chosen.recipe), chosen, chosen);
  plans.set(chosen, plan);
  return plan;
}

/** Why these settings cannot be trained; null if they can. */
export function refusalOf(settings: Chosen): SoundnessProblem | NetworkProblem | null {
  try {
    return unsound(planOf(settings));
  } catch (thrown) {
    if (thrown instanceof NetworkError) return thrown.problem;
    throw thrown;
  }
}

/** What one should know about settings that can be trained. */
export const cautionsOf = (settings: Chosen): readonly Caution[] =>
  refusalOf(settings) === null ? cautions(planOf(settings)) : [];
