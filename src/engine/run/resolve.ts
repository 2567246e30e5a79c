import type { EditedNetworks, RunConfig } from '../../core/config.ts';
import { type DataSetInfo, isBrought } from '../../core/dataSet.ts';
import { badConfig } from '../../core/errors.ts';
import { NetworkError } from '../../core/network.ts';
import type { ParamSpecs, ParamValues } from '../../core/params.ts';
import { checkParam } from '../../core/params.ts';
import { dataSets, findDataSet } from '../../data/sets/index.ts';
import { withNetworks } from '../../gan/networks.ts';
import { offersOf } from '../../gan/offers.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { findRecipe, recipes } from '../../gan/recipes/index.ts';
import { unsound } from '../../gan/soundness.ts';
import { checkFit } from './fit.ts';

export interface Resolved {
  readonly recipe: Recipe;
  readonly data: DataSetInfo;
  /** The recipe's parameters on this kind of data. */
  readonly specs: ParamSpecs;
  readonly plan: Plan;
  /** Layers in place of the recipe's own. */
  readonly edited: EditedNetworks;
}

const idsOf = (known: readonly { readonly id: string }[]) => known.map(({ id }) => id);

function checkParams(recipe: string, specs: ParamSpecs, params: ParamValues): void {
  for (const [name, value] of Object.entries(params)) {
    const spec = specs[name];
    if (!spec) throw badConfig({ code: 'param.unknown', recipe, name, known: Object.keys(specs) });
    const checked = checkParam(name, spec, value);
    if (!checked.ok) throw badConfig(checked.why);
  }
}

function planOf(recipe: Recipe, data: DataSetInfo, params: ParamValues, edited: EditedNetworks): Plan {
  checkParams(recipe.name, recipe.paramsOn(data.kind), params);
  try {
    const plan = withNetworks(recipe.plan(params, { ...data, classes: data.classes.length }), edited);
    // What is said of a size that does not fit tells what would.
    if (data.kind === 'image' && isBrought(data.id)) checkFit(recipe, data, plan);
    const reason = unsound(plan);
    if (reason) throw badConfig(reason);
    return plan;
  } catch (thrown) {
    if (thrown instanceof NetworkError) throw badConfig({ code: 'networks.unusable', why: thrown.problem });
    throw thrown;
  }
}

/**
 * Finds what a config names and makes its plan.
 *
 * @param find looks up a data set
 * @throws EngineError `bad-config` that names what is unknown, out of range or does not fit together.
 */
export function resolve(config: RunConfig, find = findDataSet): Resolved {
  const recipe = findRecipe(config.recipe);
  if (!recipe) throw badConfig({ code: 'recipe.unknown', id: config.recipe, known: idsOf(recipes) });
  const data = find(config.data);
  if (!data && isBrought(config.data)) throw badConfig({ code: 'data.gone' });
  if (!data) throw badConfig({ code: 'data.unknown', id: config.data, known: idsOf(dataSets) });
  // Images that were brought are held against the networks, which says more.
  const isOwnImages = data.kind === 'image' && isBrought(data.id);
  if (!isOwnImages && !offersOf(recipe, [data]).includes(data)) {
    const suited = idsOf(offersOf(recipe, dataSets));
    throw badConfig({ code: 'recipe.otherData', recipe: recipe.name, data: data.name, suited });
  }
  if (!Number.isInteger(config.seed) || config.seed < 0 || config.seed > 0xffffffff) {
    throw badConfig({ code: 'seed.range', value: config.seed });
  }
  const { generator, discriminator } = config;
  const edited = { ...(generator && { generator }), ...(discriminator && { discriminator }) };
  const plan = planOf(recipe, data, config.params, edited);
  return { recipe, data, specs: recipe.paramsOn(data.kind), plan, edited };
}

/**
 * The plan after live changes.
 *
 * @throws EngineError `bad-config` if a change needs a new run, or makes no sense.
 */
export function changePlan(
  resolved: Resolved,
  now: ParamValues,
  changes: ParamValues,
): { plan: Plan; params: ParamValues } {
  for (const name of Object.keys(changes)) {
    if (resolved.specs[name]?.applies === 'restart' && changes[name] !== now[name]) {
      throw badConfig({ code: 'param.restart', name });
    }
  }
  const params = { ...now, ...changes };
  return { plan: planOf(resolved.recipe, resolved.data, params, resolved.edited), params };
}
