/** How the page knows that the worker is still there. */

/**
 * - `hung`: no sign of life for some seconds. It may only be slow: then `found` follows, and nothing is lost.
 * - `thrown`: an error that nothing caught, so what it holds cannot be trusted.
 * - `gone`: the browser has ended it, for want of memory perhaps.
 * - `unstarted`: its script did not come or did not run. Where it is only late, `found` follows.
 */
export type LostReason = 'hung' | 'thrown' | 'gone' | 'unstarted';

/** Told within five seconds. What can be known besides, in the browser's own words, is in `detail`. */
export interface Lost {
  readonly type: 'lost';
  readonly reason: LostReason;
  readonly detail: string | null;
}

/** A worker that was lost by its silence alone has answered after all. Every run is where it was. */
export interface Found {
  readonly type: 'found';
}

/** One end of a channel to the worker; it closes when the worker is no more, in browsers that tell. */
export interface Line {
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
}

/** Worker -> page, beside answers and events. */
export type SignOfLife =
  /** The first message: the script has run. */
  | { readonly kind: 'started'; readonly line: Line }
  /** The next may take `allow` milliseconds longer than usual, because of work that cannot be interrupted. */
  | { readonly kind: 'beat'; readonly allow: number }
  /** A promise was rejected and nobody cared. */
  | { readonly kind: 'thrown'; readonly detail: string };
