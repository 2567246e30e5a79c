import { defaultsOf, type ParamValues } from '../../core/params.ts';
import type { Setup } from '../../lessons/lesson.ts';
import { OWN_NETWORKS, type RunSettings, sameSettings, specsOf } from '../state/settings.ts';

/**
 * A setup as the page opens it.
 *
 * @param changes of every member that has such a parameter
 * @param backend stays as the person has it
 */
export const settingsOf = (
  { data, seed, members }: Setup,
  changes: ParamValues,
  backend: RunSettings['backend'],
): readonly RunSettings[] =>
  members.map(({ recipe, params, ...networks }) => {
    const specs = specsOf({ recipe, data });
    const own = Object.entries(changes).filter(([name]) => Object.hasOwn(specs, name));
    const all = { ...defaultsOf(specs), ...params, ...Object.fromEntries(own) };
    return { recipe, data, seed, backend, params: all, ...OWN_NETWORKS, ...networks };
  });

/** Whether these runs are of those settings, wherever they are computed. */
export const areOf = (opened: readonly RunSettings[], wanted: readonly RunSettings[]): boolean =>
  opened.length === wanted.length &&
  opened.every((one, i) =>
    sameSettings({ ...one, backend: 'auto' }, { ...(wanted[i] as RunSettings), backend: 'auto' }),
  );
