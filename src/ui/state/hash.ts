/**
 * The page's settings in the link's hash, as `key=value` pairs, beside those of the view (`viewLink.ts`). Only what differs from the default is
 * written. Whatever cannot be read is reported and falls back to the default, so no link is a dead end.
 *
 * Of runs beside each other, `name=value` is about all that have such a parameter, `2.name=value` about the second.
 */
import { isBrought } from '../../core/dataSet.ts';
import { isOwnPoints } from '../../core/ownPoints.ts';
import {
  choice,
  defaultsOf,
  formatParam,
  integer,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  parseParam,
  toggle,
} from '../../core/params.ts';
import type { Problem } from '../../core/problems.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { findRecipe, recipes } from '../../gan/recipes/index.ts';
import { whyNotEdited } from './edited.ts';
import { refusalOf } from './plan.ts';
import {
  BACKEND,
  DEFAULT_RECIPE,
  dataOf,
  type GroupSettings,
  MOST_MEMBERS,
  OWN_NETWORKS,
  presetInner,
  type RunSettings,
  recipeOf,
  SEED,
  specsOf,
  takesSet,
} from './settings.ts';
import { isViewKey, readView, type View } from './viewLink.ts';

export type LinkProblem =
  | { readonly kind: 'unknown'; readonly key: string; readonly recipe: string }
  | { readonly kind: 'bad'; readonly key: string; readonly why: Problem }
  /** Networks made by hand that do not suit the rest. */
  | { readonly kind: 'networks'; readonly key: string; readonly why: Problem }
  /** Settings that make no sense together. */
  | { readonly kind: 'unsound'; readonly key: string; readonly why: Problem }
  /** The link names somebody's own files, which do not travel with it. */
  | { readonly kind: 'files'; readonly key: string };

/** What all members share, by its key. */
const sharedSpecs = (ids: readonly string[], brought: readonly string[] = []) => {
  const known = dataOf(ids);
  const suits = (own: string): boolean => !isOwnPoints(own) || ids.every((id) => takesSet(id, own));
  return {
    data: choice('run', { default: known[0] ?? '', options: [...known, ...brought.filter(suits)] }),
    seed: SEED,
    backend: BACKEND,
    run: toggle('run'),
    stop: integer('run', { default: 0, min: 0, max: 1e9 }),
  } satisfies ParamSpecs;
};

const RECIPE = choice('run', { default: DEFAULT_RECIPE, options: recipes.map(({ id }) => id) });
const NETWORK_KEYS = { g: 'generator', d: 'discriminator' } as const;

/** For the seed's own input field. */
export const parseSeed = (text: string) => parseParam('seed', SEED, text);

/** Several recipes, separated by commas; none, with the reason, if they cannot be trained beside each other. */
function parseCompare(text: string): { readonly ids: readonly string[]; readonly why: Problem | null } {
  if (text === '') return { ids: [], why: null };
  const ids = text.split(',');
  const unknown = ids.find((id) => !findRecipe(id));
  if (unknown !== undefined) {
    const known = recipes.map(({ id }) => id);
    return { ids: [], why: { code: 'compare.unknown', id: unknown, known } };
  }
  if (ids.length < 2 || ids.length > MOST_MEMBERS)
    return { ids: [], why: { code: 'compare.count', most: MOST_MEMBERS } };
  if (dataOf(ids).length === 0) return { ids: [], why: { code: 'compare.noData', ids } };
  return { ids, why: null };
}

/** A member as it is being read. */
interface Draft {
  readonly recipe: string;
  readonly specs: ParamSpecs;
  readonly params: Record<string, ParamValue>;
  readonly networks: { generator: string; discriminator: string };
}

/** @param brought ids of sets that were brought during this visit */
export function parseHash(
  hash: string,
  brought: readonly string[] = [],
): { readonly settings: GroupSettings; readonly view: View; readonly problems: readonly LinkProblem[] } {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: LinkProblem[] = [];
  const compared = parseCompare(pairs.get('compare') ?? '');
  if (compared.why !== null) problems.push({ kind: 'bad', key: 'compare', why: compared.why });
  const alone = recipeOf(pairs.get('recipe') ?? DEFAULT_RECIPE);
  const ids = compared.ids.length > 0 ? compared.ids : [alone.id];
  const shared: ParamSpecs = sharedSpecs(ids, brought);
  const values: Record<string, ParamValue> = { ...defaultsOf(shared) };

  /** Reads one value; says whether it could. */
  const read = (key: string, spec: ParamSpec, text: string, into: Record<string, ParamValue>): boolean => {
    const parsed = parseParam(key, spec, text);
    if (parsed.ok) into[key] = parsed.value;
    else if (key === 'data' && isBrought(text)) problems.push({ kind: 'files', key });
    else problems.push({ kind: 'bad', key, why: parsed.why });
    return parsed.ok;
  };
  for (const [key, spec] of Object.entries({ recipe: RECIPE, ...shared })) {
    const text = pairs.get(key);
    if (text !== null) read(key, spec, text, values);
  }

  const data = String(values.data);
  const { view, problems: unseen } = readView(pairs, findDataSet(data)?.classes.length);
  for (const problem of unseen) problems.push({ kind: 'bad', ...problem });
  const drafts = ids.map((recipe): Draft => {
    const specs = specsOf({ recipe, data });
    return { recipe, specs, params: { ...defaultsOf(specs) }, networks: { ...OWN_NETWORKS } };
  });
  for (const [key, text] of pairs) {
    if (key === 'compare' || key === 'recipe' || Object.hasOwn(shared, key) || isViewKey(key)) continue;
    const [, number, name = ''] = /^(?:(\d)\.)?(.*)$/.exec(key) ?? [];
    const about = number === undefined ? drafts : drafts.slice(Number(number) - 1, Number(number));
    if (Object.hasOwn(NETWORK_KEYS, name)) {
      const [first] = about;
      if (first) first.networks[NETWORK_KEYS[name as keyof typeof NETWORK_KEYS]] = text;
      continue;
    }
    const takers = about.filter(({ specs }) => Object.hasOwn(specs, name));
    if (takers.length === 0) problems.push({ kind: 'unknown', key, recipe: recipeOf(about[0]?.recipe ?? '').name });
    // What one of them cannot take, the others may.
    const able = takers.filter(({ specs }) => parseParam(name, specs[name] as ParamSpec, text).ok);
    for (const { specs, params } of able.length > 0 ? able : takers.slice(0, 1))
      read(name, specs[name] as ParamSpec, text, params);
  }

  const members = drafts.map(({ recipe, params, networks }): RunSettings => {
    const chosen = { data, params };
    const whyNot = whyNotEdited(recipeOf(recipe), chosen, networks);
    if (whyNot !== null) problems.push({ kind: 'networks', key: networks.generator ? 'g' : 'd', why: whyNot });
    const { seed, backend } = values as Pick<RunSettings, 'seed' | 'backend'>;
    const read = { recipe, data, seed, backend, params, ...(whyNot === null ? networks : OWN_NETWORKS) };
    const why = refusalOf(read);
    if (why === null) return read;
    problems.push({ kind: 'unsound', key: 'objective', why });
    return { ...read, ...presetInner(read) };
  });
  return { settings: { members, run: values.run === true, stop: Number(values.stop) }, view, problems };
}

/** Without the `#`. Never empty: a bare address is that of a first visit. `parseHash` reads it back unchanged. */
export function formatHash({ members, run, stop }: GroupSettings): string {
  const [first, ...others] = members;
  if (!first) return '';
  const pairs = new URLSearchParams();
  const ids = members.map(({ recipe }) => recipe);
  if (others.length > 0) pairs.set('compare', ids.join(','));
  else if (first.recipe !== DEFAULT_RECIPE) pairs.set('recipe', first.recipe);
  const own = { data: first.data, seed: first.seed, backend: first.backend, run, stop };
  for (const [key, spec] of Object.entries<ParamSpec>(sharedSpecs(ids))) {
    const value = own[key as keyof typeof own];
    if (value !== spec.default) pairs.set(key, formatParam(value));
  }
  writeParams(members, pairs);
  for (const [i, member] of members.entries())
    for (const [key, network] of Object.entries(NETWORK_KEYS))
      if (member[network]) pairs.set(others.length > 0 ? `${i + 1}.${key}` : key, member[network]);
  if (pairs.size === 0) pairs.set('recipe', first.recipe);
  return pairs.toString().replaceAll('%2C', ',');
}

function writeParams(members: readonly RunSettings[], pairs: URLSearchParams): void {
  const known = members.map((member) => ({ specs: specsOf(member), params: member.params }));
  const names = new Set(known.flatMap(({ specs }) => Object.keys(specs)));
  for (const name of names) {
    const takers = known.flatMap(({ specs, params }, i) => {
      const spec = specs[name];
      return spec ? [{ i, spec, value: params[name] ?? spec.default }] : [];
    });
    const changed = takers.filter(({ spec, value }) => value !== spec.default);
    const [one] = changed;
    if (!one) continue;
    const isShared = takers.every(
      ({ spec, value }) => value === one.value && parseParam(name, spec, formatParam(value)).ok,
    );
    if (isShared) pairs.set(name, formatParam(one.value));
    else for (const { i, value } of changed) pairs.set(`${i + 1}.${name}`, formatParam(value));
  }
}
