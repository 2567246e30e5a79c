import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../../core/random.ts';
import { PURPOSES, type StreamStates } from '../../core/snapshot.ts';
import { encodeCheckpoint } from '../../record/checkpoint.ts';
import { NO_ROWS, openPage, settled } from '../state/testing/page.ts';
import { createArchive } from './archive.ts';
import { NOTHING_KNOWN } from './kept.ts';
import { createMemoryShelf } from './shelf.ts';

const streams = Object.fromEntries(PURPOSES.map((purpose) => [purpose, initialState(1, purpose)])) as StreamStates;

const checkpointAt = (step: number): Blob =>
  new Blob([
    encodeCheckpoint({
      config: { recipe: 'cgan-conv', data: 'mnist', seed: 42, params: {} },
      snapshot: {
        ...{ step, streams, tensors: new Map(), updates: { generator: step, discriminator: step } },
        batches: { epoch: 0, position: 0, stream: initialState(1, 'order') },
      },
    }),
  ]);

it('a run that trains is kept every minute, though the engine gives its state twice as often', async () => {
  const page = await openPage('');
  const shelf = createMemoryShelf();
  let clock = 0;
  createArchive({
    controller: page.controller,
    shelf,
    store: createStore(() => NOTHING_KNOWN),
    now: () => clock,
    newId: () => 'it',
    claim: async () => true,
  });
  page.controller.toggle();
  const steps: (number | undefined)[] = [];
  for (let step = 100; step <= 600; step += 100) {
    clock += 30_000;
    page.trained(step);
    page.tell({ type: 'snapshot', run: page.member().run, step, checkpoint: checkpointAt(step), scalars: NO_ROWS });
    // Blobs take a moment.
    await vi.waitFor(settled);
    await new Promise((resolve) => setTimeout(resolve, 20));
    steps.push((await shelf.entries())[0]?.members[0]?.step);
  }
  expect(steps).toEqual([100, 100, 300, 300, 500, 500]);
  const [file] = await shelf.files('it');
  expect(file?.size).toBeGreaterThan(checkpointAt(500).size);
});
