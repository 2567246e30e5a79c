/**
 * The page's settings in the link's hash, as `key=value` pairs. Only what differs from the default is
 * written. Whatever cannot be read is reported and falls back to the default, so no link is a dead end.
 */
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import {
  choice,
  defaultsOf,
  formatParam,
  integer,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParamValues,
  parseParam,
  toggle,
} from '../../core/params.ts';
import { isBrought } from '../../data/set.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { findRecipe, recipes } from '../../gan/recipes/index.ts';

/** What the controls show, and all that a link can say. */
export interface Settings {
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** Every parameter of the recipe, by its spec's name. */
  readonly params: ParamValues;
  /** Start training at once. */
  readonly run: boolean;
  /** Pause after this step; 0 for never. */
  readonly stop: number;
}

export type LinkProblem =
  | { readonly kind: 'unknown'; readonly key: string; readonly recipe: string }
  | { readonly kind: 'bad'; readonly key: string; readonly why: string }
  /** The link names somebody's own files, which do not travel with it. */
  | { readonly kind: 'files'; readonly key: string };

const DEFAULT_RECIPE = 'cgan-conv';
const MAX_SEED = 2 ** 32 - 1;

/** The link's own keys. They are specs like any parameter, so one reader serves all. */
const ownSpecs = (recipe: Recipe, brought: readonly string[] = []) =>
  ({
    recipe: choice('run', { default: DEFAULT_RECIPE, options: recipes.map(({ id }) => id) }),
    data: choice('run', { default: recipe.data[0] ?? '', options: [...recipe.data, ...brought] }),
    seed: integer('run', { default: 42, min: 0, max: MAX_SEED }),
    backend: choice('run', { default: 'auto', options: ['auto', ...BACKEND_IDS] }),
    run: toggle('run'),
    stop: integer('run', { default: 0, min: 0, max: 1e9 }),
  }) satisfies ParamSpecs;

/** For the seed's own input field. */
export const parseSeed = (text: string) =>
  parseParam('seed', integer('run', { default: 42, min: 0, max: MAX_SEED }), text);

/** The recipe with this id, or the default one. */
export const recipeOf = (id: string): Recipe => {
  const recipe = findRecipe(id) ?? findRecipe(DEFAULT_RECIPE) ?? recipes[0];
  if (!recipe) throw new Error('The page was built without a recipe.');
  return recipe;
};

/** A recipe as it comes, with what is shared between recipes. */
export const presetOf = (id: string, { seed, backend }: Pick<Settings, 'seed' | 'backend'>): Settings => {
  const recipe = recipeOf(id);
  return {
    recipe: recipe.id,
    data: recipe.data[0] ?? '',
    params: defaultsOf(recipe.params),
    seed,
    backend,
    run: false,
    stop: 0,
  };
};

/** @param brought ids of sets that were brought during this visit */
export function parseHash(
  hash: string,
  brought: readonly string[] = [],
): { readonly settings: Settings; readonly problems: readonly LinkProblem[] } {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: LinkProblem[] = [];
  const recipe = recipeOf(pairs.get('recipe') ?? DEFAULT_RECIPE);
  const own: ParamSpecs = ownSpecs(recipe, brought);
  const values: Record<string, ParamValue> = { ...defaultsOf(own), recipe: recipe.id };
  const params: Record<string, ParamValue> = { ...defaultsOf(recipe.params) };

  const read = (key: string, spec: ParamSpec, text: string, into: Record<string, ParamValue>): void => {
    const parsed = parseParam(key, spec, text);
    if (parsed.ok) into[key] = parsed.value;
    else if (key === 'data' && isBrought(text)) problems.push({ kind: 'files', key });
    else problems.push({ kind: 'bad', key, why: parsed.why });
  };
  for (const [key, text] of pairs) {
    const ownSpec = Object.hasOwn(own, key) ? own[key] : undefined;
    const paramSpec = Object.hasOwn(recipe.params, key) ? recipe.params[key] : undefined;
    if (ownSpec) read(key, ownSpec, text, values);
    else if (paramSpec) read(key, paramSpec, text, params);
    else problems.push({ kind: 'unknown', key, recipe: recipe.name });
  }
  // Each value was checked against its spec above.
  return { settings: { ...(values as unknown as Omit<Settings, 'params'>), params }, problems };
}

/** Without the `#`; empty for the page's defaults. `parseHash` reads it back unchanged. */
export function formatHash({ params, ...own }: Settings): string {
  const recipe = recipeOf(own.recipe);
  const pairs = new URLSearchParams();
  const write = (specs: ParamSpecs, values: ParamValues): void => {
    for (const [key, spec] of Object.entries(specs)) {
      const value = values[key];
      if (value !== undefined && value !== spec.default) pairs.set(key, formatParam(value));
    }
  };
  write(ownSpecs(recipe), own);
  write(recipe.params, params);
  return pairs.toString();
}
