import { type RefObject, useEffect } from 'react';

/** So long controls are seen after the pointer has moved. */
const AWAKE_MS = 3000;

/** What lies over the upper edge is seen where the pointer is in so much of the window, or has not been yet. */
const TOP = 0.13;

/** Marks an element with `data-awake` while somebody moves the pointer, and for a while after; `top` near that edge. */
export function useAwake(element: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const { current } = element;
    if (!active || !current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (event?: PointerEvent): void => {
      current.setAttribute('data-awake', (event?.clientY ?? 0) < TOP * window.innerHeight ? 'top' : '');
      clearTimeout(timer);
      timer = setTimeout(() => current.removeAttribute('data-awake'), AWAKE_MS);
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
