import { EngineError } from '../../core/errors.ts';
import type { Decoding } from './arrays.ts';

/** Work between two looks at the message queue: training goes on meanwhile, and cancelling is obeyed. */
const STRETCH_MS = 12;

export interface DriveOptions {
  readonly signal: AbortSignal;
  /** Called now and then with what was done since the last time, in whatever the decoding counts. */
  onWork(amount: number): void;
}

/** @throws EngineError `cancelled` */
export function checkWanted(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineError('cancelled', { code: 'cancelled', work: 'reading' });
}

// A timer, not a message channel: it leaves turns to a training that runs in the same thread.
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Carries out a decoding in short stretches.
 *
 * @throws EngineError whatever the decoding throws, or `cancelled`.
 */
export async function drive<T>(decoding: Decoding<T>, { signal, onWork }: DriveOptions): Promise<T> {
  checkWanted(signal);
  let since = performance.now();
  let amount = 0;
  for (;;) {
    const step = decoding.next();
    if (!step.done) amount += step.value;
    if (step.done || performance.now() - since > STRETCH_MS) {
      onWork(amount);
      amount = 0;
      if (step.done) return step.value;
      await breathe();
      checkWanted(signal);
      since = performance.now();
    }
  }
}
