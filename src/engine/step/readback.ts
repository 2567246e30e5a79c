import * as tf from '@tensorflow/tfjs-core';
import type { ScalarName, ScalarRows } from '../../core/scalars.ts';
import { SCALARS } from '../../core/scalars.ts';

/** What an update measured, each a scalar on the device. */
export type Scalars = Partial<Record<ScalarName, tf.Scalar>>;

/** What one step measured, still on the device. */
export interface Measured {
  readonly names: readonly ScalarName[];
  /** [names.length] */
  readonly values: tf.Tensor1D;
}

/** What two looks at the same step measured, as one; both are disposed. */
export function joined(first: Measured, second: Measured): Measured {
  const values = tf.concat1d([first.values, second.values]);
  first.values.dispose();
  second.values.dispose();
  return { names: [...first.names, ...second.names], values };
}

/** Rows that were read, up to the first value that is not finite. */
export interface Reading {
  readonly rows: ScalarRows;
  readonly bad: { readonly step: number; readonly name: ScalarName } | null;
}

/** Keeps the scalars of the last steps on the device, and fetches them all in one asynchronous read. */
export interface Readback {
  push(step: number, measured: Measured): void;
  pending(): number;
  /** The rows since the last flush. `guard` fails the read when the device is lost. */
  flush(guard: <T>(read: Promise<T>) => Promise<T>): Promise<Reading>;
  dispose(): void;
}

export const emptyRows = (): ScalarRows => ({ steps: new Float64Array(0), values: new Float32Array(0) });

export function createReadback(): Readback {
  let queue: Queued[] = [];

  const discard = (): void => {
    for (const { measured } of queue) measured.values.dispose();
    queue = [];
  };

  return {
    push: (step, measured) => queue.push({ step, measured }),
    pending: () => queue.length,
    async flush(guard) {
      if (queue.length === 0) return { rows: emptyRows(), bad: null };
      const rows = queue;
      const joined = tf.tidy(() => tf.concat1d(rows.map(({ measured }) => measured.values)));
      discard();
      // The sync point: the one place where training waits for the device.
      const flat = await guard(joined.data<'float32'>()).finally(() => joined.dispose());

      return assemble(rows, flat);
    },
    dispose: discard,
  };
}

interface Queued {
  readonly step: number;
  readonly measured: Measured;
}

function assemble(queue: readonly Queued[], flat: Float32Array): Reading {
  const width = SCALARS.length;
  const values = new Float32Array(queue.length * width).fill(Number.NaN);
  let read = 0;
  for (const [row, { step, measured }] of queue.entries()) {
    for (const name of measured.names) {
      const value = flat[read++] as number;
      if (!Number.isFinite(value)) return { rows: firstRows(queue, values, row), bad: { step, name } };
      values[row * width + SCALARS.indexOf(name)] = value;
    }
  }
  return { rows: firstRows(queue, values, queue.length), bad: null };
}

const firstRows = (queue: readonly Queued[], values: Float32Array<ArrayBuffer>, count: number): ScalarRows => ({
  steps: Float64Array.from(queue.slice(0, count), ({ step }) => step),
  values: values.slice(0, count * SCALARS.length),
});
