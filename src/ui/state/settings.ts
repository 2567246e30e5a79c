/** What a person can choose, and how a choice of system or data turns one run's settings into another's. */
import { BACKEND_IDS, type BackendChoice } from '../../core/config.ts';
import { isBrought } from '../../core/dataSet.ts';
import { checkParam, choice, defaultsOf, integer, type ParamSpecs, type ParamValues } from '../../core/params.ts';
import { dataSetSaid, dataSets } from '../../data/sets/index.ts';
import { offersOf } from '../../gan/offers.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { findRecipe, recipes } from '../../gan/recipes/index.ts';

/** Everything that one run is opened with. */
export interface RunSettings {
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** Every parameter of the recipe, by its spec's name. */
  readonly params: ParamValues;
  /** Layers in place of the recipe's own, in their text form; empty for the recipe's own. */
  readonly generator: string;
  readonly discriminator: string;
}

/** What is chosen of a run besides its system, data, seed and backend. */
export type Inner = Pick<RunSettings, 'params' | 'generator' | 'discriminator'>;

/** All that a link can say: runs beside each other, on the same data, seed and backend. */
export interface GroupSettings {
  /** At least one. */
  readonly members: readonly RunSettings[];
  /** Start training at once. */
  readonly run: boolean;
  /** Pause after this step; 0 for never. */
  readonly stop: number;
}

/** More do not fit beside each other. */
export const MOST_MEMBERS = 4;
export const DEFAULT_RECIPE = 'cgan-conv';

/** Both networks as the recipe has them. */
export const OWN_NETWORKS = { generator: '', discriminator: '' } as const;

export const SEED = integer('run', { default: 42, min: 0, max: 2 ** 32 - 1 });
export const BACKEND = choice('run', { default: 'auto', options: ['auto', ...BACKEND_IDS] });

/** The recipe with this id, or the default one. */
export const recipeOf = (id: string): Recipe => {
  const recipe = findRecipe(id) ?? findRecipe(DEFAULT_RECIPE) ?? recipes[0];
  if (!recipe) throw new Error('The page was built without a recipe.');
  return recipe;
};

/** The parameters of a recipe on a data set. */
export const specsOf = ({ recipe, data }: Pick<RunSettings, 'recipe' | 'data'>): ParamSpecs =>
  recipeOf(recipe).paramsOn(dataSetSaid(data)?.kind ?? 'image');

/** Ids of the data sets that all of these recipes take, in the order of the first. */
export const dataOf = (ids: readonly string[]): readonly string[] => {
  const [first, ...others] = ids.map((id) => offersOf(recipeOf(id), dataSets).map((set) => set.id));
  return (first ?? []).filter((data) => others.every((other) => other.includes(data)));
};

/** Whether a recipe is known to take a set; of images that somebody brought only the engine knows. */
export function takesSet(recipe: string, data: string): boolean {
  const said = dataSetSaid(data);
  return said !== undefined && offersOf(recipeOf(recipe), [said]).length > 0;
}

/** As the recipe comes. */
export const presetInner = (of: Pick<RunSettings, 'recipe' | 'data'>): Inner => ({
  params: defaultsOf(specsOf(of)),
  ...OWN_NETWORKS,
});

/** The data set on which a system is opened when one comes from another: in the plane one stays, and with one's own. */
export function dataFor(recipe: string, before: string): string {
  const takes = dataOf([recipe]);
  const inPlane = dataSetSaid(before)?.kind === 'points';
  const stays = inPlane ? takesSet(recipe, before) : isBrought(before);
  return stays ? before : (takes[0] ?? before);
}

/** How large the work is: who has changed that by hand wants it elsewhere, too. */
const GOES_ALONG: readonly string[] = ['width', 'batch'];

/** What was changed by hand, as far as these specs can take it. */
function carried(from: RunSettings, specs: ParamSpecs): ParamValues {
  const before = specsOf(from);
  const changed = Object.entries(from.params).filter(([name, value]) => {
    const spec = specs[name];
    return value !== before[name]?.default && spec && checkParam(name, spec, value).ok;
  });
  return Object.fromEntries(changed);
}

/**
 * The settings with which one comes to a system on a data set.
 *
 * @param known what was chosen there before; its defaults if it was not opened yet
 */
export function movedTo(
  from: RunSettings,
  to: Pick<RunSettings, 'recipe' | 'data'>,
  known: Inner = presetInner(to),
): RunSettings {
  const specs = specsOf(to);
  const along = Object.entries(carried(from, specs)).filter(([name]) => GOES_ALONG.includes(name));
  const params = { ...defaultsOf(specs), ...known.params, ...Object.fromEntries(along) };
  return { ...known, ...to, seed: from.seed, backend: from.backend, params };
}

/** A system of a comparison: its own defaults, and what was changed for all. */
export function besideOf(from: RunSettings, to: Pick<RunSettings, 'recipe' | 'data'>): RunSettings {
  const specs = specsOf(to);
  const params = { ...defaultsOf(specs), ...carried(from, specs) };
  // Networks made by hand belong to one of them, on the data that they were made for.
  const networks = to.recipe === from.recipe && to.data === from.data ? {} : OWN_NETWORKS;
  return { ...from, ...networks, ...to, params };
}

/** Where two runs would differ in nothing. */
export const sameSettings = (a: RunSettings, b: RunSettings): boolean => {
  const { params, ...own } = a;
  const names = new Set([...Object.keys(params), ...Object.keys(b.params)]);
  return (
    Object.entries(own).every(([key, value]) => b[key as keyof RunSettings] === value) &&
    [...names].every((name) => params[name] === b.params[name])
  );
};
