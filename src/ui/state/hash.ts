/**
 * The page's settings in the link's hash, as `key=value` pairs. Only what differs from the default is
 * written. Whatever cannot be read is reported and falls back to the default, so no link is a dead end.
 */
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import { isBrought } from '../../core/dataSet.ts';
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
import type { Problem } from '../../core/problems.ts';
import { dataSets, findDataSet } from '../../data/sets/index.ts';
import { firstOffer, offersOf } from '../../gan/offers.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { findRecipe, recipes } from '../../gan/recipes/index.ts';
import { OWN_NETWORKS, whyNotEdited } from './edited.ts';

/** What the controls show, and all that a link can say. */
export interface Settings {
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** Every parameter of the recipe, by its spec's name. */
  readonly params: ParamValues;
  /** Layers in place of the recipe's own, in their text form; empty for the recipe's own. */
  readonly generator: string;
  readonly discriminator: string;
  /** Start training at once. */
  readonly run: boolean;
  /** Pause after this step; 0 for never. */
  readonly stop: number;
  /** Ids of the recipes that are trained beside each other; empty for one alone. */
  readonly compare: readonly string[];
}

export type LinkProblem =
  | { readonly kind: 'unknown'; readonly key: string; readonly recipe: string }
  | { readonly kind: 'bad'; readonly key: string; readonly why: Problem }
  /** Networks that cannot be used. */
  | { readonly kind: 'networks'; readonly key: string; readonly why: Problem }
  /** The link names somebody's own files, which do not travel with it. */
  | { readonly kind: 'files'; readonly key: string };

const DEFAULT_RECIPE = 'cgan-conv';
const MAX_SEED = 2 ** 32 - 1;

/** The link's own keys but `compare` and the networks, `g` and `d`. They are specs like any parameter, so one reader serves all. */
const ownSpecs = (recipe: Recipe, compare: readonly string[], brought: readonly string[] = []) =>
  ({
    recipe: choice('run', { default: compare[0] ?? DEFAULT_RECIPE, options: recipes.map(({ id }) => id) }),
    data: choice('run', {
      default: firstOffer(recipe, dataSets).id,
      options: [...dataOf([recipe.id, ...compare]), ...brought],
    }),
    seed: integer('run', { default: 42, min: 0, max: MAX_SEED }),
    backend: choice('run', { default: 'auto', options: ['auto', ...BACKEND_IDS] }),
    run: toggle('run'),
    stop: integer('run', { default: 0, min: 0, max: 1e9 }),
  }) satisfies ParamSpecs;

/** Ids of the data sets that all of these recipes take, in the order of the first. */
export const dataOf = (ids: readonly string[]): readonly string[] => {
  const [first, ...others] = ids.map((id) => offersOf(recipeOf(id), dataSets).map((set) => set.id));
  return (first ?? []).filter((data) => others.every((other) => other.includes(data)));
};

/** More do not fit beside each other. */
export const MOST_COMPARED = 4;

/** Several recipes, separated by commas; none, with the reason, if they cannot be compared. */
function parseCompare(text: string): { readonly ids: readonly string[]; readonly why: Problem | null } {
  if (text === '') return { ids: [], why: null };
  const ids = [...new Set(text.split(','))];
  const unknown = ids.find((id) => !findRecipe(id));
  if (unknown !== undefined) {
    const known = recipes.map(({ id }) => id);
    return { ids: [], why: { code: 'compare.unknown', id: unknown, known } };
  }
  if (ids.length < 2 || ids.length > MOST_COMPARED)
    return { ids: [], why: { code: 'compare.count', most: MOST_COMPARED } };
  if (dataOf(ids).length === 0) return { ids: [], why: { code: 'compare.noData', ids } };
  return { ids, why: null };
}

/** For the seed's own input field. */
export const parseSeed = (text: string) =>
  parseParam('seed', integer('run', { default: 42, min: 0, max: MAX_SEED }), text);

/** The recipe with this id, or the default one. */
export const recipeOf = (id: string): Recipe => {
  const recipe = findRecipe(id) ?? findRecipe(DEFAULT_RECIPE) ?? recipes[0];
  if (!recipe) throw new Error('The page was built without a recipe.');
  return recipe;
};

/** The parameters of a recipe on a data set. */
export const specsOf = ({ recipe, data }: Pick<Settings, 'recipe' | 'data'>): ParamSpecs =>
  recipeOf(recipe).paramsOn(findDataSet(data)?.kind ?? 'image');

/** A recipe as it comes, with what is shared between recipes: in the plane one stays in the plane. */
export const presetOf = (id: string, { seed, backend, data: before }: Settings): Settings => {
  const recipe = recipeOf(id);
  const stays = dataOf([id]).includes(before) && findDataSet(before)?.kind === 'points';
  const data = stays ? before : firstOffer(recipe, dataSets).id;
  const params = defaultsOf(specsOf({ recipe: recipe.id, data }));
  return { recipe: recipe.id, data, params, ...OWN_NETWORKS, seed, backend, run: false, stop: 0, compare: [] };
};

/**
 * The same settings on another data set, for which networks made by hand were not made; parameters start at their
 * defaults where it is of another kind.
 */
export function onData(settings: Settings, data: string): Settings {
  if (data === settings.data) return settings;
  const moved = { ...settings, ...OWN_NETWORKS, data };
  const specs = specsOf(moved);
  return specs === specsOf(settings) ? moved : { ...moved, params: defaultsOf(specs) };
}

/** @param brought ids of sets that were brought during this visit */
export function parseHash(
  hash: string,
  brought: readonly string[] = [],
): { readonly settings: Settings; readonly problems: readonly LinkProblem[] } {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: LinkProblem[] = [];
  const compared = parseCompare(pairs.get('compare') ?? '');
  if (compared.why !== null) problems.push({ kind: 'bad', key: 'compare', why: compared.why });
  const recipe = recipeOf(pairs.get('recipe') ?? compared.ids[0] ?? DEFAULT_RECIPE);
  const own: ParamSpecs = ownSpecs(recipe, compared.ids, brought);
  const data = pairs.get('data') ?? '';
  const on = dataOf([recipe.id]).includes(data) ? data : firstOffer(recipe, dataSets).id;
  const specs = specsOf({ recipe: recipe.id, data: on });
  const values: Record<string, ParamValue> = { ...defaultsOf(own), recipe: recipe.id };
  const params: Record<string, ParamValue> = { ...defaultsOf(specs) };

  const read = (key: string, spec: ParamSpec, text: string, into: Record<string, ParamValue>): void => {
    const parsed = parseParam(key, spec, text);
    if (parsed.ok) into[key] = parsed.value;
    else if (key === 'data' && isBrought(text)) problems.push({ kind: 'files', key });
    else problems.push({ kind: 'bad', key, why: parsed.why });
  };
  for (const [key, text] of pairs) {
    const ownSpec = Object.hasOwn(own, key) ? own[key] : undefined;
    const paramSpec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    if (key === 'compare' || key === 'g' || key === 'd') continue;
    if (ownSpec) read(key, ownSpec, text, values);
    else if (paramSpec) read(key, paramSpec, text, params);
    else problems.push({ kind: 'unknown', key, recipe: recipe.name });
  }
  // Each value was checked against its spec above.
  const plain = values as unknown as Omit<Settings, 'params' | 'compare' | keyof typeof OWN_NETWORKS>;
  const networks = { generator: pairs.get('g') ?? '', discriminator: pairs.get('d') ?? '' };
  const whyNot = whyNotEdited(recipe, { data: plain.data, params }, networks);
  if (whyNot !== null) problems.push({ kind: 'networks', key: networks.generator ? 'g' : 'd', why: whyNot });
  const edited = whyNot === null ? networks : OWN_NETWORKS;
  return { settings: { ...plain, params, ...edited, compare: compared.ids }, problems };
}

/** Without the `#`; empty for the page's defaults. `parseHash` reads it back unchanged. */
export function formatHash({ params, compare, generator, discriminator, ...own }: Settings): string {
  const recipe = recipeOf(own.recipe);
  const pairs = new URLSearchParams();
  const write = (specs: ParamSpecs, values: ParamValues): void => {
    for (const [key, spec] of Object.entries(specs)) {
      const value = values[key];
      if (value !== undefined && value !== spec.default) pairs.set(key, formatParam(value));
    }
  };
  if (compare.length > 0) pairs.set('compare', compare.join(','));
  write(ownSpecs(recipe, compare), own);
  write(specsOf(own), params);
  if (generator) pairs.set('g', generator);
  if (discriminator) pairs.set('d', discriminator);
  return pairs.toString().replaceAll('%2C', ',');
}
