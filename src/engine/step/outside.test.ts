/** What a program draws by itself leaves every stream where drawing it would have. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start } from '../backends/cpu.ts';
import { resolve } from '../run/resolve.ts';
import type { Batch } from './batch.ts';
import type { StepEvent } from './events.ts';
import { again } from './outside.ts';
import { streamStates } from './streams.ts';
import { createTrainer, disposeTrainer, type Trainer } from './trainer.ts';

const trainers: Trainer[] = [];
beforeAll(async () => {
  await start();
});
afterAll(() => {
  for (const trainer of trainers) disposeTrainer(trainer);
});

function trainerFor(params: Record<string, string>): Trainer {
  const config = { recipe: 'cgan-conv', data: 'mnist', seed: 3, params: { width: 0.02, batch: 5, ...params } };
  const trainer = createTrainer(resolve(config).plan, 3);
  trainers.push(trainer);
  return trainer;
}

const batch: Batch = {
  images: Float32Array.from({ length: 5 * 784 }, (_, i) => Math.sin(i)),
  labels: new Int32Array(5),
};

const FIELDS = { latent: 'z', classes: 'classes', near: 'near', shares: 'shares' } as const;

it.each(Object.entries(FIELDS))('%s', (kind, field) => {
  const [drawing, passing] = [trainerFor({}), trainerFor({})];
  const event = { kind } as StepEvent;
  const before = streamStates(passing.streams);
  const into = new Float32Array(5 * 784);
  again(drawing, event, () => batch, batch, new Map([[field, [into]]]));
  const passed = again(passing, event, () => batch, batch, new Map());
  expect(into.some((value) => value !== 0)).toBe(true);
  expect(streamStates(passing.streams)).toEqual(streamStates(drawing.streams));
  expect(Object.values(before)).toContainEqual(passed.told?.kind === 'stream' && passed.told.state);
});

it('images that nobody wants are not gathered', () => {
  let gathered = 0;
  const next = () => ({
    get images() {
      gathered += 1;
      return batch.images;
    },
    labels: batch.labels,
  });
  again(trainerFor({}), { kind: 'batch' }, next, null, new Map([['labels', [new Int32Array(5)]]]));
  expect(gathered).toBe(0);
  again(trainerFor({}), { kind: 'batch' }, next, null, new Map([['images', [new Float32Array(5 * 784)]]]));
  expect(gathered).toBe(1);
});
