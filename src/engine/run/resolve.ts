import type { EditedNetworks, RunConfig } from '../../core/config.ts';
import { type DataSetInfo, isBrought } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import { NetworkError } from '../../core/network.ts';
import type { ParamSpecs, ParamValues } from '../../core/params.ts';
import { checkParam } from '../../core/params.ts';
import { dataSets, findDataSet } from '../../data/sets/index.ts';
import { withNetworks } from '../../gan/networks.ts';
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

const badConfig = (message: string, cause?: unknown) => new EngineError('bad-config', message, { cause });
const namesOf = (known: readonly { readonly id: string }[]) => known.map(({ id }) => id).join(', ');

function checkParams(name: string, specs: ParamSpecs, params: ParamValues): void {
  for (const [param, value] of Object.entries(params)) {
    const spec = specs[param];
    if (!spec) throw badConfig(`${name} has no parameter “${param}”. It has ${Object.keys(specs).join(', ')}.`);
    const checked = checkParam(param, spec, value);
    if (!checked.ok) throw badConfig(checked.why);
  }
}

function planOf(recipe: Recipe, data: DataSetInfo, params: ParamValues, edited: EditedNetworks): Plan {
  checkParams(recipe.name, recipe.paramsOn(data.kind), params);
  try {
    const plan = withNetworks(recipe.plan(params, { ...data, classes: data.classes.length }), edited);
    // The sentence for a size that does not fit tells what would.
    if (data.kind === 'image' && isBrought(data.id)) checkFit(recipe, data, plan);
    const reason = unsound(plan);
    if (reason) throw badConfig(reason);
    return plan;
  } catch (thrown) {
    if (thrown instanceof NetworkError) throw badConfig(`These networks cannot be used. ${thrown.message}`);
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
  if (!recipe) throw badConfig(`There is no recipe “${config.recipe}”. There are ${namesOf(recipes)}.`);
  const data = find(config.data);
  if (!data && isBrought(config.data)) throw badConfig('These files are gone with the last visit. Bring them again.');
  if (!data) throw badConfig(`There is no data set “${config.data}”. There are ${namesOf(dataSets)}.`);
  if (!recipe.data.includes(data.id) && !isBrought(data.id))
    throw badConfig(`${recipe.name} does not train on ${data.name}. Choose ${recipe.data.join(', ')}.`);
  if (!Number.isInteger(config.seed) || config.seed < 0 || config.seed > 0xffffffff) {
    throw badConfig(`The seed must be a whole number from 0 to 4294967295, not ${config.seed}.`);
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
      throw badConfig(`${name} cannot change while the networks are there; reset to apply it.`);
    }
  }
  const params = { ...now, ...changes };
  return { plan: planOf(resolved.recipe, resolved.data, params, resolved.edited), params };
}
