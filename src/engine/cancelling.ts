import { EngineError } from '../core/errors.ts';
import type { CancelledWork } from '../core/problems/run.ts';

/** The error of work that was cancelled. */
export const cancelled = (work: CancelledWork): EngineError =>
  new EngineError('cancelled', { code: 'cancelled', ...work });

/** @throws EngineError `cancelled` if it was. */
export function throwIfCancelled(signal: AbortSignal, work: CancelledWork): void {
  if (signal.aborted) throw cancelled(work);
}

/**
 * Waits, but not beyond a cancellation: what is waited for may never come.
 *
 * @throws EngineError `cancelled`
 */
export function unlessCancelled<Result>(
  waiting: Promise<Result>,
  signal: AbortSignal,
  work: CancelledWork,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(cancelled(work));
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
