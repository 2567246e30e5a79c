/** Every set of points lies in PyTorch as it does here, where PyTorch is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PointSetInfo } from '../../../src/core/dataSet.ts';
import { dataSets } from '../../../src/data/sets/index.ts';
import { drawPointSet } from '../../../src/engine/headless.ts';
import { sourceOf } from '../../../src/exports/pytorch/sets/index.ts';
import { findPython, startScript } from '../python.ts';
import { FARTHEST, farthest } from './pointSets.ts';
import { HARNESS } from './run.ts';

const python = findPython();
let harness: ReturnType<typeof startScript> | undefined;
beforeAll(() => {
  if (python) harness = startScript(python, HARNESS);
});
afterAll(() => harness?.close());

const sets = dataSets.filter((set): set is PointSetInfo => set.kind === 'points');

it.skipIf(!python).each(sets)('$name', async (info) => {
  const { imports, python: code } = sourceOf(info);
  const drawn = await harness?.ask({ code: [...imports, code].join('\n'), seed: 1 });
  expect(farthest(drawPointSet(info, 1).points, drawn?.get('points') ?? [])).toBeLessThan(FARTHEST);
});

it.each(sets)('another sample of $name lies as the first does, a blurred one does not', (info) => {
  const [first, second] = [1, 2].map((seed) => drawPointSet(info, seed).points) as [Float32Array, Float32Array];
  expect(farthest(first, second)).toBeLessThan(FARTHEST);
  const blurred = second.map((value, i) => value + 0.1 * Math.sin(12.9898 * i));
  expect(farthest(first, blurred)).toBeGreaterThan(FARTHEST);
});
