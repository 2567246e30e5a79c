/**
 * The page on paper: a sheet of its own, which is fetched and drawn before the browser is asked to print. What is marked
 * with `data-print` is printed alone (`page.css`): a lesson that is read through, the list of links, or this sheet.
 */
import { flushSync } from 'react-dom';
import { create } from 'zustand';

interface Printing {
  /** Whether the sheet is fetched: not before somebody is about to print. */
  readonly wanted: boolean;
  /** Whether it has come. */
  readonly ready: boolean;
  /** Whether it is drawn. */
  readonly on: boolean;
}

export const usePrinting = create<Printing>(() => ({ wanted: false, ready: false, on: false }));

/** So long it is waited for; then what is on the screen is printed. */
const PATIENCE_MS = 8000;

const isReady = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      leave();
      clearTimeout(timer);
      resolve();
    };
    const leave = usePrinting.subscribe(({ ready }) => ready && done());
    const timer = setTimeout(done, PATIENCE_MS);
    if (usePrinting.getState().ready) done();
  });

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Whether something else is to be printed. */
const hasOther = (): boolean => document.querySelector('[data-print]:not([data-print="page"])') !== null;

export async function printPage(): Promise<void> {
  if (!hasOther()) {
    usePrinting.setState({ wanted: true });
    await isReady();
    usePrinting.setState({ on: true });
    // Charts are measured in one frame and drawn in the next.
    for (let frame = 0; frame < 3; frame++) await nextFrame();
  }
  window.print();
}

/** The browser's own ways to print. @returns what ends that */
export function followPrinting(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'p') return;
    event.preventDefault();
    void printPage();
  };
  // From the browser's menu: there is no time to fetch anything.
  const before = (): void => {
    const { ready, on } = usePrinting.getState();
    if (ready && !on && !hasOther()) flushSync(() => usePrinting.setState({ on: true }));
  };
  const after = (): void => usePrinting.setState({ on: false });
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
