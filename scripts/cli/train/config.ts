/** What is trained, and how far, from a command line. */
import type { RunConfig } from '../../../src/core/config.ts';
import { defaultsOf, type ParamSpecs, type ParamValue, parseParam } from '../../../src/core/params.ts';
import { dataSets, findDataSet } from '../../../src/data/sets/index.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import { findRecipe, recipes } from '../../../src/gan/recipes/index.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';
import { UsageError, type ValuesOf, wholeNumber } from '../../options.ts';

const idsOf = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join(', ');

export const CONFIG_OPTIONS = {
  recipe: { takes: 'ID', says: idsOf(recipes) },
  steps: { takes: 'N', says: 'training steps, from 0' },
  seed: { takes: 'N', says: 'whole number from 0 to 4294967295; 1 by default' },
  data: { takes: 'ID', says: 'data set; the recipe’s own by default' },
  set: { takes: 'NAME=VALUE', multiple: true, says: 'a parameter of the recipe, as in a link; may be repeated' },
  g: { takes: 'LAYERS', says: 'layers of G in place of the recipe’s own, as in a link:\ndense784.tanh.reshape28x28x1' },
  d: { takes: 'LAYERS', says: 'the same for D' },
} as const;

/** Values by their names, from `NAME=VALUE` each. @throws UsageError that names what is wrong and what would be right */
export function readParams(
  recipe: string,
  specs: ParamSpecs,
  settings: readonly string[],
): Readonly<Record<string, ParamValue>> {
  const params: Record<string, ParamValue> = {};
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const name = setting.slice(0, at);
    const spec = specs[name];
    if (at < 1) throw new UsageError(`--set takes NAME=VALUE, not “${setting}”.`);
    if (!spec) throw new UsageError(`${recipe} has no parameter “${name}”. It has ${Object.keys(specs).join(', ')}.`);
    const parsed = parseParam(name, spec, setting.slice(at + 1));
    if (!parsed.ok) throw new UsageError(inEnglish(parsed.why));
    params[name] = parsed.value;
  }
  return params;
}

/** @throws UsageError that says what is wrong and what would be right. */
export function readConfig(values: ValuesOf<typeof CONFIG_OPTIONS>): {
  readonly config: RunConfig;
  readonly steps: number;
} {
  if (values.recipe === undefined) throw new UsageError('--recipe ID is missing.');
  if (values.steps === undefined) throw new UsageError('--steps N is missing.');
  const recipe = findRecipe(values.recipe);
  if (!recipe) throw new UsageError(`There is no recipe “${values.recipe}”. There are ${idsOf(recipes)}.`);
  const data = values.data ?? firstOffer(recipe, dataSets).id;
  const specs = recipe.paramsOn(findDataSet(data)?.kind ?? 'image');
  return {
    config: {
      recipe: recipe.id,
      data,
      seed: wholeNumber('seed', values.seed ?? '1'),
      params: { ...defaultsOf(specs), ...readParams(recipe.name, specs, values.set ?? []) },
      ...(values.g !== undefined && { generator: values.g }),
      ...(values.d !== undefined && { discriminator: values.d }),
    },
    steps: wholeNumber('steps', values.steps, { most: 1e9 }),
  };
}
