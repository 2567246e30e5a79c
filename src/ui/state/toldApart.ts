/** What tells runs of the same system apart, where several of them are beside each other. */
import type { ParamValue } from '../../core/params.ts';
import type { RunSettings } from './settings.ts';

/**
 * The parameters in which a run is not like all others of its system on the screen, with its own values.
 *
 * @param all every run on the screen
 */
export function toldApart(own: RunSettings, all: readonly RunSettings[]): readonly (readonly [string, ParamValue])[] {
  const alike = all.filter(({ recipe }) => recipe === own.recipe);
  return Object.entries(own.params).filter(([name, value]) => alike.some(({ params }) => params[name] !== value));
}
