/** What can go wrong while a run is opened, trained and looked at. */
import type { Bare } from '../coded.ts';

/**
 * Why the page takes the worker for lost.
 *
 * - `hung`: no sign of life for some seconds. It may only be slow: then it is found again, and nothing is lost.
 *   Browsers do not tell that from a worker which they have ended.
 * - `thrown`: an error that nothing caught, so what it holds cannot be trusted.
 * - `unstarted`: its script did not come or did not run. Where it is only late, it is found.
 */
export type LostReason = 'hung' | 'thrown' | 'unstarted';

/** What was cancelled. */
export type CancelledWork =
  | { readonly work: 'opening' | 'choosing' | 'measuring' | 'nearest' | 'classifier' | 'reading' | 'saving' | 'worker' }
  | { readonly work: 'loading' | 'fetching'; readonly name: string };

export interface RunProblems {
  cancelled: CancelledWork;
  'run.closed': Bare;
  'run.unknown': { readonly run: number };
  'run.aside': { readonly run: number };
  'run.failed': Bare;
  /** A measured value is no finite number any more; `good` is the step of the last sound snapshot. */
  'run.notFinite': { readonly step: number; readonly name: string; readonly good: number | null };
  'run.noSnapshot': Bare;
  'run.noBest': Bare;
  'worker.lost': { readonly reason: LostReason };
  /** Asked of a worker in whose place there is another one by now. */
  'worker.restarted': Bare;
  /** A fault of ours. `what` is for programmers. */
  internal: { readonly what: string };
}
