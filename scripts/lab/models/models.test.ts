/** Every system has its model, each is what its card says, and goes on training. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelCards } from '../../../src/core/modelCard.ts';
import { dataSets, findDataSet } from '../../../src/data/sets/index.ts';
import {
  createTraining,
  decodeCheckpoint,
  drawView,
  type LoadedImages,
  resolve,
  type StartedBackend,
  startSimd,
} from '../../../src/engine/headless.ts';
import { recipes } from '../../../src/gan/recipes/index.ts';
import { readRecord } from '../../../src/record/record.ts';
import { parseCards } from '../../../src/ui/models/cards.ts';
import { loadWhole } from '../../build/packedData.ts';
import { tableOf } from './report.ts';
import { modelOf, settings } from './settings.ts';

const FOLDER = join('public', 'models');
const pathOf = (id: string): string => join(FOLDER, `${id}.safetensors.gz`);
const MEGABYTE = 1e6;

let cards: ModelCards;
let backend: StartedBackend;
const loaded = new Map<string, Promise<LoadedImages>>();

beforeAll(async () => {
  cards = parseCards(readFileSync(join(FOLDER, 'cards.json'), 'utf8'));
  backend = await startSimd({ threads: 1 });
});

function dataOf(id: string): Promise<LoadedImages> {
  const info = findDataSet(id);
  if (info?.kind !== 'image') throw new Error(`${id} is no set of images.`);
  const known = loaded.get(id) ?? loadWhole(info);
  loaded.set(id, known);
  return known;
}

it('there is one for each recipe, with settings, a file and a card, and nothing else', () => {
  const ids = recipes.map(({ id }) => id).sort();
  expect(Object.keys(settings).sort(), 'lines in settings.ts').toEqual(ids);
  expect(Object.keys(cards).sort(), 'made by npm run lab -- models --only ID').toEqual(ids);
  expect(readdirSync(FOLDER).sort()).toEqual(['cards.json', ...ids.map((id) => `${id}.safetensors.gz`)].sort());
});

it('they are small: 12 MB together, 1.2 each, and the first that a visitor fetches 0.75', () => {
  const sizes = recipes.map(({ id }) => statSync(pathOf(id)).size);
  expect(Math.max(...sizes)).toBeLessThan(1.2 * MEGABYTE);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(12 * MEGABYTE);
  expect(statSync(pathOf('cgan-conv')).size).toBeLessThan(0.75 * MEGABYTE);
});

it('the table in the documents is of these cards', () => {
  expect(readFileSync(join('docs', 'models.md'), 'utf8')).toContain(tableOf(cards));
});

describe.each(recipes.map(({ id }) => id))('%s', (id) => {
  const read = () => {
    const bytes = new Uint8Array(gunzipSync(readFileSync(pathOf(id))));
    return { bytes, checkpoint: decodeCheckpoint(bytes) };
  };

  it('is what its card and its settings say', async () => {
    const { bytes, checkpoint } = read();
    const card = cards[id];
    const { config, steps } = modelOf(id);
    expect(checkpoint.config).toEqual(config);
    expect(dataSets.map((set) => set.id)).toContain(card?.data);
    expect(card).toMatchObject({ id, data: config.data, seed: config.seed, steps });
    expect(card?.bytes).toBe(statSync(pathOf(id)).size);
    expect(checkpoint.snapshot.step).toBe(steps);
    expect(checkpoint.snapshot.begun).toEqual(checkpoint.snapshot.updates);
    const { log } = await readRecord(new Blob([bytes]));
    expect(log.steps.at(-1)).toBe(steps);
    expect(log.steps.length).toBeGreaterThan(10);
    expect(log.frames.length).toBeGreaterThan(3);
    const gradients = log.columns.get('gradientNorm')?.filter((norm) => Number.isFinite(norm)) ?? [];
    expect(gradients.length).toBeGreaterThan(10);
    const [measured] = log.scores;
    expect(measured).toMatchObject({ step: steps, samples: card?.samples });
    for (const [name, score] of Object.entries(card?.scores ?? {})) {
      const found = measured?.scores.find((one) => one.id === name);
      expect(found?.value).toBeCloseTo(score.value, 2);
      expect(found?.floor).toBeCloseTo(score.real, 2);
    }
  });

  it('draws what its record shows, and is trained on for two steps', { timeout: 120_000 }, async () => {
    const { bytes, checkpoint } = read();
    const { config, snapshot } = checkpoint;
    const data = await dataOf(config.data);
    const training = createTraining({ config, plan: resolve(config).plan, data, backend });
    training.restore(backend, snapshot);
    const view = await drawView(
      training.trainer(),
      data,
      { seed: config.seed, classes: 'all', step: snapshot.step },
      backend.guard,
    );
    const { log } = await readRecord(new Blob([bytes]));
    const shown = log.frames.at(-1);
    if (view.kind !== 'images' || shown?.kind !== 'images') throw new Error('There is no picture.');
    // Weights in half precision draw the same to the eye: on average within half a grey level of 256.
    const differences = view.generated.pixels.map((value, i) =>
      Math.abs(value - (shown.generated.pixels[i] as number)),
    );
    expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(0.5);
    for (let step = 0; step < 2; step++) training.advance('both');
    const { rows, bad } = await training.readBack();
    expect(bad).toBeNull();
    expect([...rows.steps]).toEqual([snapshot.step + 1, snapshot.step + 2]);
    training.dispose();
  });
});
