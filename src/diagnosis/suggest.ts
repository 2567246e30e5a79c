/** Suggestions that can be followed: parameters that the recipe has, within their range, in combinations that train. */
import { checkParam, isInEffect, type ParamValues } from '../core/params.ts';
import type { Context, Suggestion } from './rule.ts';

/** A rate this many times its default is off, above or below. */
const OFF = 1.5;

const numberOf = (values: ParamValues, name: string): number | null => {
  const value = values[name];
  return typeof value === 'number' ? value : null;
};

/** Two digits are enough for a rate. */
const round = (value: number): number => Number(value.toPrecision(2));

function defaultOf({ specs }: Context, name: string): number | null {
  const value = specs[name]?.default;
  return typeof value === 'number' ? value : null;
}

/** The change that takes parameters back to their defaults, those that are off. */
function back(context: Context, names: readonly string[], isOff: (value: number, usual: number) => boolean) {
  const entries = names.flatMap((name) => {
    const [value, usual] = [numberOf(context.params, name), defaultOf(context, name)];
    return value !== null && usual !== null && isOff(value, usual) ? [[name, usual] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Back to their defaults, those that are well above. */
export const backDown = (context: Context, ...names: readonly string[]): ParamValues =>
  back(context, names, (value, usual) => value > usual * OFF);

/** The same, those that are well below. */
export const backUp = (context: Context, ...names: readonly string[]): ParamValues =>
  back(context, names, (value, usual) => value < usual / OFF);

/** Multiplies parameters, within their range. */
export function times(context: Context, factor: number, ...names: readonly string[]): ParamValues {
  const entries = names.flatMap((name) => {
    const value = numberOf(context.params, name);
    const spec = context.specs[name];
    if (value === null || (spec?.kind !== 'number' && spec?.kind !== 'integer')) return [];
    return [[name, Math.min(spec.max, Math.max(spec.min, round(value * factor)))] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether every change is one, is possible, and would do anything. */
function isPossible(context: Context, changes: ParamValues): boolean {
  const entries = Object.entries(changes);
  const after = { ...context.params, ...changes };
  return (
    entries.length > 0 &&
    entries.every(([name, value]) => {
      const spec = context.specs[name];
      const differs = context.params[name] !== value;
      return spec !== undefined && differs && checkParam(name, spec, value).ok && isInEffect(spec, after);
    }) &&
    context.accepts(changes)
  );
}

/**
 * The first of several remedies that this run can take; null if there is none.
 *
 * @param restart whether the remedy helps only a new run, whatever its parameters
 */
export function suggest(context: Context, remedies: readonly ParamValues[], restart = false): Suggestion | null {
  const changes = remedies.find((remedy) => isPossible(context, remedy));
  if (!changes) return null;
  const needsRestart = Object.keys(changes).some((name) => context.specs[name]?.applies === 'restart');
  return { changes, restart: restart || needsRestart };
}
