/** How the page knows that the worker is still there. */

/**
 * - `hung`: no sign of life for some seconds. It may only be slow: then `found` follows, and nothing is lost. Browsers
 *   do not tell that from a worker which they have ended.
 * - `thrown`: an error that nothing caught, so what it holds cannot be trusted.
 * - `unstarted`: its script did not come or did not run. Where it is only late, `found` follows.
 */
export type LostReason = 'hung' | 'thrown' | 'unstarted';

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

/** Worker -> page, beside answers and events. */
export type SignOfLife =
  /**
   * The first says that the script has run. The next may take `allow` milliseconds longer than usual, because of work
   * that cannot be interrupted.
   */
  | { readonly kind: 'beat'; readonly allow: number }
  /** A promise was rejected and nobody cared. */
  | { readonly kind: 'thrown'; readonly detail: string };
