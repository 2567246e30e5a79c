/** What is open, and what is wanted: where they differ, and what becomes of that. */
import type { ParamValue, ParamValues } from '../../core/params.ts';
import { refusalOf } from './plan.ts';
import { type RunSettings, specsOf } from './settings.ts';

export interface Differences {
  /** Acts on the running networks. */
  readonly live: ParamValues;
  /** Names of the settings that take a new run. */
  readonly waiting: readonly string[];
}

const NONE: Differences = { live: {}, waiting: [] };
const NETWORKS = ['generator', 'discriminator'] as const;

/** Settings never change, and every control asks with every frame. */
const lastFound = new WeakMap<RunSettings, { readonly opened: RunSettings; readonly differences: Differences }>();

/**
 * The differences, by the specs of the run that is open.
 *
 * A live change that makes sense only together with one that waits, waits with it.
 *
 * @param opened what the run uses
 * @param wanted what the controls say: of the same system, on the same data, and sound
 */
export function differencesOf(opened: RunSettings, wanted: RunSettings): Differences {
  if (opened === wanted) return NONE;
  const known = lastFound.get(wanted);
  if (known?.opened === opened) return known.differences;
  const differences = find(opened, wanted);
  lastFound.set(wanted, { opened, differences });
  return differences;
}

function find(opened: RunSettings, wanted: RunSettings): Differences {
  const differing = Object.entries(specsOf(opened)).filter(([name]) => opened.params[name] !== wanted.params[name]);
  const namesOf = (applies: 'live' | 'restart') =>
    differing.filter(([, spec]) => spec.applies === applies).map(([name]) => name);

  const live: Record<string, ParamValue> = {};
  const waiting: string[] = [];
  for (const name of soundFirst(opened, wanted, namesOf('live'))) {
    const value = wanted.params[name] as ParamValue;
    const changed = { ...opened, params: { ...opened.params, ...live, [name]: value } };
    if (refusalOf(changed) === null) live[name] = value;
    else waiting.push(name);
  }
  return {
    live,
    waiting: [...NETWORKS.filter((key) => opened[key] !== wanted[key]), ...namesOf('restart'), ...waiting],
  };
}

/** Those that are sound by themselves come first: they may make room for the others. */
function soundFirst(opened: RunSettings, wanted: RunSettings, names: readonly string[]): readonly string[] {
  const isSound = (name: string): boolean =>
    refusalOf({ ...opened, params: { ...opened.params, [name]: wanted.params[name] as ParamValue } }) === null;
  return [...names.filter(isSound), ...names.filter((name) => !isSound(name))];
}

/** Whether something waits for a new run. */
export const hasWaiting = ({ opened, wanted }: Record<'opened' | 'wanted', RunSettings>): boolean =>
  differencesOf(opened, wanted).waiting.length > 0;
