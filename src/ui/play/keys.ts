/** Keys of an area that is drawn in. */
import type { KeyboardEvent } from 'react';

/** Which way a key moves a cursor: right, and down. By `KeyboardEvent.key`. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @param act does what a key is for there, and says whether it is for anything: then it is for nothing else */
export const keysFor =
  (act: (event: KeyboardEvent) => boolean) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event)) return;
    event.preventDefault();
    // The page has other uses for these keys.
    event.stopPropagation();
  };
