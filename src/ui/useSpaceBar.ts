import { useEffect } from 'react';

/** Elements that do something of their own with the space bar, or hide the page. */
const TAKES_SPACE =
  'input, select, textarea, button, a, summary, dialog, [role=slider], [role=application], [contenteditable]';

/** Calls `act` when the space bar is pressed and nothing that has the focus wants it. */
export function useSpaceBar(act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TAKES_SPACE)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act]);
}
