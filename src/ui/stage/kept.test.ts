import { beforeEach, expect, it } from 'vitest';
import type { LatentPoints, PlaygroundEngine } from '../../protocol/index.ts';
import { keep, keepFromGrid, letGo, MOST_KEPT, pointAt, useShelf } from './kept.ts';

const space = { prior: 'normal', size: 2 } as const;
const z = (value: number) => Float32Array.of(value, value);
const shelf = () => useShelf.getState();
const values = () => shelf().kept.map((one) => one.z[0]);

beforeEach(() => useShelf.setState({ space: null, kept: [], active: null }));

it('what is kept is looked at, and once is enough', () => {
  keep(space, z(1), 3);
  keep(space, z(2), 3);
  keep(space, z(1), 3);
  expect(values()).toEqual([1, 2]);
  expect(shelf().active).toBe(shelf().kept[0]?.id);
  keep(space, z(1), 4);
  expect(values()).toEqual([1, 2, 1]);
});

it('where there is no room the oldest goes', () => {
  for (let i = 0; i <= MOST_KEPT; i++) keep(space, z(i), null);
  expect(values()).toEqual(Array.from({ length: MOST_KEPT }, (_, i) => i + 1));
});

it('places of another space are no places here', () => {
  keep(space, z(1), null);
  keep({ prior: 'uniform', size: 2 }, z(2), null);
  expect(values()).toEqual([2]);
});

it('when the one that is looked at goes, its neighbour is looked at', () => {
  for (let i = 0; i < 3; i++) keep(space, z(i), null);
  letGo(shelf().active as number);
  expect(shelf().kept.find((one) => one.id === shelf().active)?.z[0]).toBe(1);
  letGo(shelf().kept[0]?.id as number);
  expect(values()).toEqual([1]);
  letGo(shelf().active as number);
  expect(shelf().active).toBeNull();
});

it('a point is cut out of many', () => {
  const points = { ...space, z: Float32Array.of(1, 2, 3, 4), labels: Int32Array.of(7, 8) };
  expect(pointAt(points, 1)).toEqual({ z: Float32Array.of(3, 4), label: 8 });
  expect(pointAt({ ...points, labels: null }, 0)).toEqual({ z: Float32Array.of(1, 2), label: null });
});

it('what is pressed in a grid lies in the order of the presses, whichever answer comes first', async () => {
  const answers: ((points: LatentPoints | Error) => void)[] = [];
  const request = (() =>
    new Promise((resolve, reject) => {
      answers.push((points) => (points instanceof Error ? reject(points) : resolve(points)));
    })) as unknown as PlaygroundEngine['request'];
  const [first, lost, last] = [0, 1, 1].map((place) => keepFromGrid(request, 1, 'all', place));
  const points = { ...space, z: Float32Array.of(1, 1, 2, 2), labels: null };
  answers[2]?.(points);
  answers[1]?.(new Error('The run is gone.'));
  await expect(lost).rejects.toThrow('gone');
  expect(values()).toEqual([]);
  answers[0]?.(points);
  await Promise.all([first, last]);
  expect(values()).toEqual([1, 2]);
});
