import type { MemberState } from '../state/member.ts';

/** What has to be said beside, or in place of, what is seen. */
export type Stand = 'opening' | 'failed' | 'last' | 'looking' | 'notYet' | 'error';

interface Looks {
  /** It is looked at again and again while it trains. */
  readonly follows: boolean;
  readonly looking: boolean;
  /** The last look could not be answered. */
  readonly failed: boolean;
}

/** @returns null where what is seen says enough */
export function standOf(
  { info, phase, inspection }: Pick<MemberState, 'info' | 'phase' | 'inspection'>,
  { follows, looking, failed }: Looks,
): Stand | null {
  // The page says why; a look that was under way then can only say less.
  if (phase.kind === 'failed') return inspection ? 'last' : 'failed';
  if (failed) return 'error';
  if (inspection) return null;
  if (info === null) return 'opening';
  return phase.kind === 'training' && !follows && !looking ? 'notYet' : 'looking';
}
