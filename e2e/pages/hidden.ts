import type { Page } from '@playwright/test';

declare global {
  interface Window {
    setHidden(hidden: boolean): void;
  }
}

/**
 * Lets a test hide the tab. A headless browser keeps every page visible, so this does to the page what a
 * browser does when another tab comes to the front: no more animation frames, timers at most once a
 * second, and the event that says so.
 */
export async function makeHideable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let hidden = false;
    let waiting: FrameRequestCallback[] = [];
    const requestFrame = window.requestAnimationFrame.bind(window);
    const setTimer = window.setTimeout.bind(window);
    window.requestAnimationFrame = (callback) => (hidden ? -waiting.push(callback) : requestFrame(callback));
    window.setTimeout = ((handler: TimerHandler, delay = 0, ...args: unknown[]) =>
      setTimer(handler, hidden ? Math.max(delay, 1000) : delay, ...args)) as typeof window.setTimeout;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
    window.setHidden = (value) => {
      hidden = value;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      if (hidden) return;
      const callbacks = waiting;
      waiting = [];
      for (const callback of callbacks) requestFrame(callback);
    };
  });
}
