import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

type Arrive = () => void;

/** Plots that are to be drawn for the first time. */
const waiting: Arrive[] = [];
let isComing = false;

/** Behind the next frame, so that what was clicked has been answered. */
function comeNext(): void {
  isComing = true;
  requestAnimationFrame(() =>
    setTimeout(() => {
      const arrive = waiting.shift();
      isComing = waiting.length > 0;
      if (isComing) comeNext();
      // Last, so that a plot that cannot be drawn keeps no other from coming.
      if (arrive) flushSync(arrive);
    }),
  );
}

/**
 * Whether a plot is drawn by now: where several appear together, they come one with each frame, because the first drawing is
 * the longest.
 *
 * @param atOnce on paper nobody clicks, and nothing may be missing
 */
export function useArrival(atOnce: boolean): boolean {
  const [isHere, setHere] = useState(atOnce);
  useEffect(() => {
    if (isHere) return;
    const arrive = (): void => setHere(true);
    waiting.push(arrive);
    if (!isComing) comeNext();
    return () => {
      const place = waiting.indexOf(arrive);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, [isHere]);
  return isHere;
}
