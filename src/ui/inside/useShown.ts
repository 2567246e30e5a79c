import { type RefObject, useEffect, useState } from 'react';

/** Whether any of an element is on the screen: on a phone another part of the page may be in its place. */
export function useShown(element: RefObject<Element | null>): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => setShown(entries.at(-1)?.isIntersecting ?? false));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return shown;
}
