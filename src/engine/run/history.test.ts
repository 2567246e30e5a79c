import { expect, it } from 'vitest';
import { SCALARS } from '../../core/scalars.ts';
import { createHistory } from './history.ts';

/** Rows whose every value is their step. */
const rows = (...steps: number[]) => ({
  steps: Float64Array.from(steps),
  values: Float32Array.from({ length: steps.length * SCALARS.length }, (_, i) => {
    return steps[Math.floor(i / SCALARS.length)] as number;
  }),
});

it('keeps rows until they are taken', () => {
  const history = createHistory();
  history.append(rows(1, 2));
  history.append(rows(3));
  expect(history.take()).toEqual(rows(1, 2, 3));
  expect(history.take()).toEqual(rows());
});

it('drops those of later steps, and goes on from there', () => {
  const history = createHistory();
  history.append(rows(1, 2));
  // The marks of an examination are a second row of their step.
  history.append(rows(3, 3, 4));
  history.append(rows(5));
  history.truncate(3);
  expect(history.size()).toBe(4);
  history.append(rows(4));
  expect(history.take()).toEqual(rows(1, 2, 3, 3, 4));
  history.truncate(0);
  expect(history.take()).toEqual(rows());
});

it('leaves out every second row of a page that does not listen for hours, and keeps the newest', () => {
  const history = createHistory(4);
  history.append(rows(1, 2, 3, 4));
  expect(history.size()).toBe(4);
  history.append(rows(5, 6));
  expect(history.size()).toBe(3);
  history.append(rows(7));
  expect(history.take()).toEqual(rows(2, 4, 6, 7));
});
