/** How the page knows that the worker is still there. */
import type { LostReason } from '../core/problems/run.ts';

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
