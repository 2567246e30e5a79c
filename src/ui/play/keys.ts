/** Keys of an area that is drawn in. */
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { takesLetters } from '../shortcuts.ts';

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

/** What takes the last thing back everywhere. */
const isUndo = ({ key, ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z';

/** Where somebody writes, the browser takes back what was written. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea');

/** Ctrl+Z, or ⌘Z, while this is on the screen; wherever one is, so that it also works after a button. */
export function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (!isUndo(event) || writes(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}

/**
 * Keys of a game while it is to be seen, wherever one is: after a press of *Pause* the focus is there, and the page would
 * take the next answer for its own key, which throws the run back.
 *
 * @param answers what each key says, by `KeyboardEvent.key` in lower case
 */
export function useGameKeys<Answer>(
  game: RefObject<HTMLElement | null>,
  answers: ReadonlyMap<string, Answer>,
  answer: (said: Answer) => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const said = answers.get(event.key.toLowerCase());
      if (said === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (takesLetters(event.target) || !game.current?.checkVisibility()) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) answer(said);
    };
    // The page's own keys are heard at the window, behind this.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [game, answers, answer]);
}
