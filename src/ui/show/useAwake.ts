import { type RefObject, useEffect } from 'react';

/** So long controls are seen after the pointer has moved. */
const AWAKE_MS = 3000;

/** Marks an element with `data-awake` while somebody moves the pointer, and for a while after. */
export function useAwake(element: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const { current } = element;
    if (!active || !current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      current.toggleAttribute('data-awake', true);
      clearTimeout(timer);
      timer = setTimeout(() => current.toggleAttribute('data-awake', false), AWAKE_MS);
    };
    wake();
    for (const type of ['pointermove', 'pointerdown'] as const) window.addEventListener(type, wake, { passive: true });
    return () => {
      for (const type of ['pointermove', 'pointerdown'] as const) window.removeEventListener(type, wake);
      clearTimeout(timer);
      current.removeAttribute('data-awake');
    };
  }, [element, active]);
}
