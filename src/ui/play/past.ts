/** What can be taken back: pure functions over what there was before each change, the last at the end. */

export type Past<T> = readonly T[];

/** So many changes can be taken back. */
export const REMEMBERED = 40;

export const remembered = <T>(past: Past<T>, before: T): Past<T> => [...past, before].slice(-REMEMBERED);

/**
 * Where there was last something else, and what there was before that. What was remembered and then not changed is
 * passed over, so that each time something is seen to happen.
 *
 * @returns undefined where there is nothing else
 */
export function takenBack<T>(past: Past<T>, now: T | null): { readonly now: T; readonly past: Past<T> } | undefined {
  const at = past.findLastIndex((one) => one !== now);
  return at < 0 ? undefined : { now: past[at] as T, past: past.slice(0, at) };
}
