import { EngineError } from '../core/errors.ts';

/** @throws EngineError `cancelled` if it was. */
export function throwIfCancelled(signal: AbortSignal, what: string): void {
  if (signal.aborted) throw new EngineError('cancelled', `${what} was cancelled.`);
}

/**
 * Waits, but not beyond a cancellation: what is waited for may never come.
 *
 * @param what names it in the error
 * @throws EngineError `cancelled`
 */
export function unlessCancelled<Result>(waiting: Promise<Result>, signal: AbortSignal, what: string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new EngineError('cancelled', `${what} was cancelled.`));
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
