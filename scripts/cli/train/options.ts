import { parseArgs } from 'node:util';
import { BACKEND_IDS, type BackendId, type RunConfig } from '../../../src/core/config.ts';
import { defaultsOf, type ParamValue, parseParam } from '../../../src/core/params.ts';
import { dataSets, findDataSet } from '../../../src/data/sets/index.ts';
import { firstOffer } from '../../../src/gan/offers.ts';
import type { Recipe } from '../../../src/gan/recipe.ts';
import { findRecipe, recipes } from '../../../src/gan/recipes/index.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';

export const USAGE = `Usage: npm run train -- --recipe ID --steps N [options]

  --recipe ID         ${recipes.map(({ id }) => id).join(', ')}
  --steps N           training steps, from 0
  --seed N            whole number from 0 to 4294967295; 1 by default
  --data ID           data set; the recipe's own by default
  --set NAME=VALUE    a parameter of the recipe, as in a link; may be repeated
  --g LAYERS          layers of G in place of the recipe's own, as in a link: dense784.tanh.reshape28x28x1
  --d LAYERS          the same for D
  --backend ID        ${BACKEND_IDS.join(', ')}; the quickest that starts here by default
  --summary           adds the quality measures of 1000 samples to the JSON
  --out DIR           writes grid.png (in the plane: plane.png), log.csv and checkpoint.safetensors there,
                      and best.safetensors where D learns classes
`;

/** Arguments that cannot be used; the message says why. */
export class UsageError extends Error {}

export interface TrainOptions {
  readonly config: RunConfig;
  readonly steps: number;
  readonly backend: BackendId | 'auto';
  readonly out: string | null;
  readonly summary: boolean;
}

/** @throws UsageError */
export function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new UsageError(`--${name} must be a whole number from 0 to ${max}, not “${text}”.`);
  }
  return value;
}

function readParams(recipe: Recipe, data: string, settings: readonly string[]): Record<string, ParamValue> {
  const specs = recipe.paramsOn(findDataSet(data)?.kind ?? 'image');
  const params: Record<string, ParamValue> = { ...defaultsOf(specs) };
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const name = setting.slice(0, at);
    const spec = specs[name];
    if (at < 1) throw new UsageError(`--set takes NAME=VALUE, not “${setting}”.`);
    if (!spec) {
      throw new UsageError(`${recipe.name} has no parameter “${name}”. It has ${Object.keys(specs).join(', ')}.`);
    }
    const parsed = parseParam(name, spec, setting.slice(at + 1));
    if (!parsed.ok) throw new UsageError(inEnglish(parsed.why));
    params[name] = parsed.value;
  }
  return params;
}

/** @throws UsageError that says what is wrong and what would be right. */
export function readOptions(args: readonly string[]): TrainOptions {
  const { values } = parse(args);
  if (values.recipe === undefined) throw new UsageError('--recipe is missing.');
  if (values.steps === undefined) throw new UsageError('--steps is missing.');
  const backend = values.backend ?? 'auto';
  if (backend !== 'auto' && !BACKEND_IDS.some((id) => id === backend)) {
    throw new UsageError(`--backend must be one of ${BACKEND_IDS.join(', ')}, not “${backend}”.`);
  }
  const recipe = findRecipe(values.recipe);
  if (!recipe) {
    const known = recipes.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no recipe “${values.recipe}”. There are ${known}.`);
  }
  const data = values.data ?? firstOffer(recipe, dataSets).id;
  const params = readParams(recipe, data, values.set ?? []);
  return {
    config: {
      recipe: recipe.id,
      data,
      seed: wholeNumber('seed', values.seed ?? '1', 2 ** 32 - 1),
      params,
      ...(values.g !== undefined && { generator: values.g }),
      ...(values.d !== undefined && { discriminator: values.d }),
    },
    steps: wholeNumber('steps', values.steps, 1e9),
    backend: backend as BackendId | 'auto',
    out: values.out ?? null,
    summary: values.summary ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        recipe: text,
        steps: text,
        seed: text,
        data: text,
        set: { type: 'string', multiple: true },
        g: text,
        d: text,
        backend: text,
        out: text,
        summary: { type: 'boolean' },
      },
    });
  } catch (thrown) {
    throw new UsageError((thrown as Error).message);
  }
}
