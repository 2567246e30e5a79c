/** Networks that were made by hand, among the page's settings. */
import type { EditedNetworks } from '../../core/config.ts';
import { NetworkError } from '../../core/network.ts';
import type { ParamValues } from '../../core/params.ts';
import type { NetworkProblem, SoundnessProblem } from '../../core/problems/networks.ts';
import { dataSetSaid, dataSets } from '../../data/sets/index.ts';
import { withNetworks } from '../../gan/networks.ts';
import { firstOffer } from '../../gan/offers.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { unsound } from '../../gan/soundness.ts';
import { OWN_NETWORKS } from './settings.ts';

interface Chosen {
  readonly data: string;
  readonly params: ParamValues;
}

/** @throws NetworkError where the networks made by hand cannot be used. */
export function planWith(recipe: Recipe, { data: set, params }: Chosen, edited: EditedNetworks): Plan {
  const known = dataSetSaid(set);
  const data = known ?? firstOffer(recipe, dataSets);
  const plan = recipe.plan(params, { ...data, classes: data.classes.length });
  // What suits images that somebody brought is known to the engine alone.
  return known ? withNetworks(plan, edited) : plan;
}

/** Why these networks cannot take the place of the recipe's own; null if they can. */
export function whyNotEdited(
  recipe: Recipe,
  chosen: Chosen,
  edited: EditedNetworks,
): SoundnessProblem | NetworkProblem | null {
  try {
    const plan = planWith(recipe, chosen, edited);
    // What is wrong with the recipe's own as well is not their fault.
    return unsound(planWith(recipe, chosen, OWN_NETWORKS)) === null ? unsound(plan) : null;
  } catch (thrown) {
    if (thrown instanceof NetworkError) return thrown.problem;
    throw thrown;
  }
}
