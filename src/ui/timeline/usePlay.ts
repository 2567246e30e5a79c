import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useController } from '../playground.ts';
import { nextStep } from './axis.ts';
import { wayOf } from './way.ts';

/** At most ten pictures a second. */
const EVERY_MS = 100;

interface Play {
  readonly playing: boolean;
  /** Whether it goes on by itself only when asked for each picture. */
  readonly still: boolean;
  press(): void;
  stop(): void;
}

/** Shows the pictures one after the other, from where one is, or from the first; then it is live again. */
export function usePlay(): Play {
  const { page, look, goLive } = useController();
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Only when a picture has been drawn its time begins: a browser that is slow is late, and skips none.
    const wait = (): void => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(showNext, EVERY_MS);
      });
    };
    const showNext = (): void => {
      const { looking, members } = page.getState();
      const next = looking && nextStep(wayOf(members).steps, looking.step);
      if (next === null) {
        goLive();
        setPlaying(false);
        return;
      }
      look(next);
      wait();
    };
    wait();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [playing, page, look, goLive]);

  function begin(): void {
    const { looking, members } = page.getState();
    const { steps } = wayOf(members);
    const next = looking ? nextStep(steps, looking.step) : steps.length > 1 ? (steps[0] ?? null) : null;
    if (next === null) goLive();
    else look(next);
    setPlaying(next !== null && !still);
  }
  const stop = (): void => setPlaying(false);
  return { playing, still, press: playing ? stop : begin, stop };
}
