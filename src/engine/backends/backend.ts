import * as tf from '@tensorflow/tfjs-core';
import type { BackendFall, Device, Tiling } from '../../core/backends.ts';
import type { BackendId } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';

/** A tfjs backend that has been started and is ready to compute. */
export interface StartedBackend extends Liveness {
  readonly id: BackendId;
  readonly device: Device;
  /** True when a GPU interface is emulated on the CPU. */
  readonly software: boolean;
  /** Why it is slower than it might be on this machine. */
  readonly falls: readonly BackendFall[];
  /** How a compiled step's products are shared out on a GPU; null where no such step runs. */
  readonly tiles: Tiling | null;
  /** Milliseconds from when it is done to when a read says so. */
  readonly answersIn: number;
  /** Whether what a read gives is the reader's own; else it may be the backend's array, which the next step overwrites. */
  readonly readsCopies: boolean;
  /** Makes it tfjs's current backend; everything until the next await runs on it. */
  activate(): void;
}

/** What is known of a device that can go at any moment. */
export interface Liveness {
  /** Called once if the device goes; what was on it cannot be read any more. */
  onLost(listener: (error: EngineError) => void): void;
  /** Passes a read-back through, but fails with `device-lost` if the device goes meanwhile: then it never settles by itself. */
  guard<T>(read: Promise<T>): Promise<T>;
  /** What was thrown, or the loss behind it: calls on a device often fail before the browser says that it is gone. */
  explain(thrown: unknown): Promise<unknown>;
}

/** How long after a failed call the news of the lost device may come, in milliseconds. */
const GRACE_MS = 500;

/** `lose` is for the backend's starter, to report the loss, in the browser's words; where it is never called, pass no grace. */
export function createLiveness(
  id: BackendId,
  { grace = GRACE_MS }: { grace?: number } = {},
): Liveness & { lose(told: string): void } {
  let lost: EngineError | null = null;
  // Only reads in flight are held here: racing each read against one long-lived promise would leak.
  const waiting = new Set<(error: EngineError) => void>();
  const listeners: ((error: EngineError) => void)[] = [];
  return {
    lose(told) {
      if (lost) return;
      lost = new EngineError('device-lost', { code: 'backend.lost', id, told }, { recoverable: true });
      for (const fail of waiting) fail(lost);
      waiting.clear();
      for (const listener of listeners) listener(lost);
    },
    onLost: (listener) => {
      listeners.push(listener);
    },
    guard: (read) =>
      new Promise((resolve, reject) => {
        if (lost) {
          read.catch(() => undefined);
          reject(lost);
          return;
        }
        waiting.add(reject);
        read.then(resolve, (error: unknown) => reject(lost ?? error)).finally(() => waiting.delete(reject));
      }),
    explain: (thrown) =>
      new Promise((resolve) => {
        if (lost || grace === 0) return resolve(lost ?? thrown);
        const learn = (error: EngineError) => {
          clearTimeout(timer);
          resolve(error);
        };
        waiting.add(learn);
        const timer = setTimeout(() => {
          waiting.delete(learn);
          resolve(thrown);
        }, grace);
      }),
  };
}

/** `tf.setBackend` is asynchronous only for a backend that is not initialised yet. */
export function activateNow(id: BackendId): void {
  if (tf.getBackend() !== id) void tf.setBackend(id);
}

/** Initialises a registered backend. */
export async function initialise(id: BackendId): Promise<void> {
  // Without this, tfjs checks every value that it uploads, and prints advice.
  tf.enableProdMode();
  if (!(await tf.setBackend(id))) throw new EngineError('backend-unavailable', { code: 'backend.notStarted', id });
  await tf.ready();
}
