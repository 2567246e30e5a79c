import { SCALARS, type ScalarName, type ScalarRows } from './scalars.ts';

/**
 * Everything a run has measured, step by step. It lives outside React, in columns that grow by doubling,
 * so that a hundred thousand steps cost neither renders nor garbage; charts draw a summary of it.
 */
export interface History {
  readonly length: number;
  /** Views on what is stored now; valid until the next change. */
  steps(): Float64Array;
  column(name: ScalarName): Float32Array;
  /** The newest measured value, or null before the first. */
  latest(name: ScalarName): number | null;
  /**
   * Appends rows; one of the last row's step adds to it. Rows from steps that come again, after a return to a
   * snapshot, are replaced.
   */
  append(rows: ScalarRows): void;
  /** Drops what was measured after this step. */
  truncate(step: number): void;
  clear(): void;
  /** Calls back after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

const FIRST_CAPACITY = 1024;

export function createHistory(): History {
  let capacity = FIRST_CAPACITY;
  let length = 0;
  let steps = new Float64Array(capacity);
  let columns = SCALARS.map(() => new Float32Array(capacity));
  const listeners = new Set<() => void>();

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const reserve = (wanted: number): void => {
    if (wanted <= capacity) return;
    while (capacity < wanted) capacity *= 2;
    const longerSteps = new Float64Array(capacity);
    longerSteps.set(steps);
    steps = longerSteps;
    columns = columns.map((column) => {
      const longer = new Float32Array(capacity);
      longer.set(column);
      return longer;
    });
  };

  const dropAfter = (step: number): void => {
    while (length > 0 && (steps[length - 1] as number) > step) length--;
  };

  const columnOf = (name: ScalarName): Float32Array => columns[SCALARS.indexOf(name)] as Float32Array;

  return {
    get length() {
      return length;
    },
    steps: () => steps.subarray(0, length),
    column: (name) => columnOf(name).subarray(0, length),
    latest(name) {
      const column = columnOf(name);
      // What is never measured is NaN from the start: looking a little way back is enough.
      for (let i = length - 1; i >= Math.max(0, length - FIRST_CAPACITY); i--) {
        const value = column[i] as number;
        if (!Number.isNaN(value)) return value;
      }
      return null;
    },
    append(rows) {
      const added = rows.steps.length;
      if (added === 0) return;
      dropAfter(rows.steps[0] as number);
      reserve(length + added);
      for (const [row, step] of rows.steps.entries()) {
        const adds = length > 0 && steps[length - 1] === step;
        if (!adds) steps[length++] = step;
        for (const [name, column] of columns.entries()) {
          const value = rows.values[row * SCALARS.length + name] as number;
          if (!adds || !Number.isNaN(value)) column[length - 1] = value;
        }
      }
      changed();
    },
    truncate(step) {
      dropAfter(step);
      changed();
    },
    clear() {
      length = 0;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
