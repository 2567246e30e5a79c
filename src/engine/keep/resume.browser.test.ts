/**
 * On emulated GPUs, too, a run goes on from its record as it does by itself: every recipe, on images and on points where
 * it takes them, after a setting has moved. On the CPU `ui/archive/archive.test.ts` asks for every bit.
 *
 * Emulated GPUs are slow, so each recipe has its turn on one of them, on data of one kind, and takes as few steps as it
 * goes; with VITE_RESUME_ALL=1 each is tried on both and on both kinds, over more steps.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brought } from '../../data/decoders/testing/bring.ts';
import { writeNpy, writeNpz } from '../../data/decoders/testing/writers.ts';
import { dataSets } from '../../data/sets/index.ts';
import { offersOf } from '../../gan/offers.ts';
import type { Recipe } from '../../gan/recipe.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { Checkpoint, EngineEvent, PlaygroundEngine } from '../../protocol/index.ts';
import { decodeCheckpoint } from '../../record/checkpoint.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

const ALL = import.meta.env.VITE_RESUME_ALL === '1';
/** Steps before the record, and behind it. */
const N = ALL ? 5 : 1;
const TOLERANCE = 1e-4;
/** Of both kinds, over so many steps, some are compiled meanwhile: an emulated GPU may need minutes. */
const PATIENCE_MS = ALL ? 900_000 : 120_000;

/** Images [count, side, side] of ten classes. */
const arraysOf = (count: number, side: number) => ({
  x: writeNpy({
    shape: [count, side, side],
    values: Array.from({ length: count * side ** 2 }, (_, i) => i ** 2 % 251),
  }),
  y: writeNpy({ shape: [count], values: Array.from({ length: count }, (_, i) => i % 10) }),
});

/** So few that an examination is short. */
function imagesOf(side: number) {
  const [train, test] = [arraysOf(150, side), arraysOf(20, side)];
  return brought({ 'noise.npz': writeNpz({ x_train: train.x, y_train: train.y, x_test: test.x, y_test: test.y }) });
}
const POINTS = 'ring';

const placesOf = (recipe: Recipe) =>
  ['images', ...(offersOf(recipe, dataSets).some(({ id }) => id === POINTS) ? [POINTS] : [])].map(
    (data) => [recipe.id, data] as const,
  );

/** What is tried on a backend. */
const placesOn = (backend: 'webgl' | 'webgpu') =>
  recipes.flatMap((recipe, turn) => {
    const places = placesOf(recipe);
    if (ALL) return places;
    return (turn % 2 === 0) === (backend === 'webgl') ? places.slice(turn % 4 < 2 ? 0 : -1).slice(0, 1) : [];
  });

let engine: PlaygroundEngine;
let given: Map<number, Checkpoint>;

beforeEach(() => {
  engine = createEngine({ dataBase: new URL('/data/', location.href) });
  given = new Map();
  engine.subscribe((event: EngineEvent) => {
    if (event.type === 'snapshot') given.set(event.run, event.checkpoint);
  });
});
afterEach(() => engine.close());

/** The state that the engine gave last of this run. */
async function stateOf(run: number) {
  const file = given.get(run);
  if (!file) throw new Error('There is no checkpoint.');
  return { file, ...decodeCheckpoint(new Uint8Array(await file.arrayBuffer())) };
}

/** The largest difference, relative where numbers are large. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    const one = Math.abs(x - y) / Math.max(1, Math.abs(x));
    // Not a number beside a number is no small difference.
    largest = Number.isNaN(one) ? Number.POSITIVE_INFINITY : Math.max(largest, one);
  }
  return largest;
}

async function dataOf(recipe: string, data: string): Promise<string> {
  if (data === POINTS) return data;
  // Halved four times.
  const files = imagesOf(recipe === 'dcgan' ? 32 : 28);
  return (await engine.request('import', { job: 1, files, side: 28, channels: 1 })).set.id;
}

describe.each(['webgl', 'webgpu'] as const)('on %s', (backend) => {
  it.each(placesOn(backend))(
    '%s on %s',
    async (recipe, data) => {
      const params = { width: 0.02, batch: 2, ...(recipe === 'sgan' && { labels: '20', examineEvery: 1 }) };
      const config = { recipe, data: await dataOf(recipe, data), params, backend };
      const alone = await openSession(engine, { ...config, run: 1 });
      if (ALL) expect(await alone.trainTo(1)).toBeNull();
      await engine.request('setParams', { run: 1, params: { lrD: 0.0007 } });
      expect(await alone.trainTo(N)).toBeNull();
      const { file, config: recorded } = await stateOf(1);
      expect(recorded.params.lrD).toBe(0.0007);
      expect(await alone.trainTo(2 * N)).toBeNull();
      const whole = await stateOf(1);

      const again = await openSession(engine, { ...config, params: { ...recorded.params }, run: 2, from: file });
      expect(await again.trainTo(2 * N)).toBeNull();
      const resumed = await stateOf(2);
      const { tensors, ...rest } = resumed.snapshot;
      expect({ ...rest, tensors: [...tensors.keys()] }).toEqual({
        ...whole.snapshot,
        tensors: [...whole.snapshot.tensors.keys()],
      });
      for (const [name, { values }] of whole.snapshot.tensors)
        expect(distance(values, tensors.get(name)?.values ?? []), name).toBeLessThan(TOLERANCE);
      expect(resumed.best?.step).toBe(whole.best?.step);
      expect(recipe === 'sgan').toBe(whole.best !== undefined);
      for (const name of ['lossD', 'lossG', 'accuracyTest'] as const) {
        const measured = alone.series(name).slice(-again.steps().length);
        expect(distance(again.series(name), measured), name).toBeLessThan(TOLERANCE);
      }
    },
    PATIENCE_MS,
  );
});
