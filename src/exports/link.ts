import type { RunConfig } from '../core/config.ts';
import { formatParam } from '../core/params.ts';

/** The settings as a link has them behind its `#`, none left out; `docs/automation.md` names the keys. */
export function linkOf({ recipe, data, seed, params, generator, discriminator }: RunConfig): string {
  const settings = Object.entries(params).map(([name, value]) => [name, formatParam(value)]);
  const own = {
    recipe,
    data,
    seed: String(seed),
    ...(generator && { g: generator }),
    ...(discriminator && { d: discriminator }),
  };
  return new URLSearchParams({ ...own, ...Object.fromEntries(settings) }).toString();
}
