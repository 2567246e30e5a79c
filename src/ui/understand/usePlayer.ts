import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { StepTrace } from '../../core/trace.ts';

/** Between two lines: time to see what one came by. */
const EVERY_MS = 1600;

interface Player {
  readonly at: number;
  readonly playing: boolean;
  /** It never goes on by itself. */
  readonly still: boolean;
  /** To a line, where it stays; beyond either end it is that end. */
  go(to: number): void;
  press(): void;
}

interface Where {
  readonly of: StepTrace | null;
  readonly at: number;
  readonly playing: boolean;
}

/** Goes through the lines of a step, each time from the first; who wants no motion goes press by press. */
export function usePlayer(trace: StepTrace | null, count: number): Player {
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const [kept, setWhere] = useState<Where>({ of: null, at: 0, playing: false });
  const where = kept.of === trace ? kept : { of: trace, at: 0, playing: trace !== null && !still };
  const at = Math.min(where.at, Math.max(0, count - 1));
  const playing = where.playing && at < count - 1;
  const go = (to: number): void => setWhere({ of: trace, at: Math.max(0, Math.min(to, count - 1)), playing: false });

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setWhere({ of: trace, at: at + 1, playing: true }), EVERY_MS);
    return () => clearTimeout(timer);
  }, [playing, trace, at]);

  // From the end it begins anew.
  const press = (): void => setWhere({ of: trace, at: at === count - 1 ? 0 : at, playing: !playing });
  return { at, playing, still, go, press };
}
