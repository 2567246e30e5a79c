import type { ScalarRows } from '../../core/scalars.ts';
import { SCALARS } from '../../core/scalars.ts';
import { emptyRows } from '../step/readback.ts';

/** Beyond this many rows a page that does not listen (a tab hidden for hours) gets every second one. */
const LIMIT = 262_144;

/** Rows on their way to the page: they wait here until it grants a credit. */
export interface History {
  append(rows: ScalarRows): void;
  size(): number;
  /** All rows since the last take, oldest first. */
  take(): ScalarRows;
  /** Drops those of later steps. */
  truncate(step: number): void;
}

function join(parts: readonly ScalarRows[]): ScalarRows {
  const count = parts.reduce((sum, { steps }) => sum + steps.length, 0);
  const rows = { steps: new Float64Array(count), values: new Float32Array(count * SCALARS.length) };
  let at = 0;
  for (const { steps, values } of parts) {
    rows.steps.set(steps, at);
    rows.values.set(values, at * SCALARS.length);
    at += steps.length;
  }
  return rows;
}

function everySecond({ steps, values }: ScalarRows): ScalarRows {
  const width = SCALARS.length;
  const kept = steps.filter((_, row) => row % 2 === 1);
  const thinned = new Float32Array(kept.length * width);
  for (let row = 0; row < kept.length; row++) {
    thinned.set(values.subarray((2 * row + 1) * width, (2 * row + 2) * width), row * width);
  }
  return { steps: kept, values: thinned };
}

function upTo(last: number, { steps, values }: ScalarRows): ScalarRows {
  const after = steps.findIndex((step) => step > last);
  const count = after < 0 ? steps.length : after;
  return { steps: steps.slice(0, count), values: values.slice(0, count * SCALARS.length) };
}

export function createHistory(limit = LIMIT): History {
  let parts: ScalarRows[] = [];
  let count = 0;
  return {
    append(rows) {
      if (rows.steps.length === 0) return;
      parts.push(rows);
      count += rows.steps.length;
      if (count <= limit) return;
      parts = [everySecond(join(parts))];
      count = (parts[0] as ScalarRows).steps.length;
    },
    size: () => count,
    take() {
      const rows = count === 0 ? emptyRows() : join(parts);
      parts = [];
      count = 0;
      return rows;
    },
    truncate(step) {
      parts = [upTo(step, join(parts))];
      count = (parts[0] as ScalarRows).steps.length;
    },
  };
}
