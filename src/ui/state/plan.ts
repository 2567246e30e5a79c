import { NetworkError } from '../../core/network.ts';
import { findDataSet } from '../../data/sets/index.ts';
import type { Plan } from '../../gan/plan.ts';
import { cautions, unsound } from '../../gan/soundness.ts';
import { recipeOf, type Settings } from './hash.ts';

type Chosen = Pick<Settings, 'recipe' | 'data' | 'params'>;

/** What the engine would make of these settings. */
export function planOf({ recipe: id, data: set, params }: Chosen): Plan {
  const recipe = recipeOf(id);
  const data = findDataSet(set) ?? findDataSet(recipe.data[0] ?? '');
  if (!data) throw new Error('The page was built without a data set.');
  return recipe.plan(params, { ...data, classes: data.classes.length });
}

/** Why these settings cannot be trained, in one sentence; null if they can. */
export function refusalOf(settings: Chosen): string | null {
  try {
    return unsound(planOf(settings));
  } catch (thrown) {
    if (thrown instanceof NetworkError) return thrown.message;
    throw thrown;
  }
}

/** What one should know about settings that can be trained. */
export const cautionsOf = (settings: Chosen): readonly string[] =>
  refusalOf(settings) === null ? cautions(planOf(settings)) : [];
