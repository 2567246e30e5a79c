/** What the device draws is what the run's own streams give, and what it reads of a table is what the host gathers. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { openStream, type RandomStream, type StreamState, stateAfter } from '../../core/random.ts';
import type { LoadedImages } from '../../data/shards.ts';
import { start } from '../../engine/backends/webgpu.ts';
import { realImages, rowsOf } from '../../engine/step/batch.ts';
import { ofClasses, ofLatent, ofNear, ofRows, PLACES, SHARES } from '../../engine/step/laws.ts';
import { perturb } from '../../gan/losses/perturbation.ts';
import type { ImageSpec, PerturbationSpec } from '../../gan/plan.ts';
import type { Laws } from '../../program/law.ts';
import type { Values } from '../../program/program.ts';
import { createRecorder } from '../../program/recorder.ts';
import { recording } from '../../program/recording.ts';
import { activeBackend } from '../inPlace.ts';
import { createReplay } from './replay.ts';

beforeAll(async () => {
  await start();
});

/** A stream far on, whose next block is the last of the lower half of numbers. */
const STATE: StreamState = { key0: 7, key1: 0x9abcdef0, block: 2 ** 32 - 3 };

interface Event {
  readonly drawn: Readonly<Record<string, Values>>;
  readonly laws: Laws;
}

/** What a program makes of these events' arrays, one tensor for each, and what it asks to be given. */
async function drawnBy(events: readonly Event[]) {
  const recorder = createRecorder<string>([]);
  recording.now = recorder;
  const made = tf.tidy(() => {
    try {
      return events.flatMap(({ drawn, laws }) => {
        recorder.event('drawn', drawn, laws);
        return Object.keys(laws).map((field) => {
          const values = drawn[field] as Values;
          return tf.tensor(values, [values.length], values instanceof Int32Array ? 'int32' : 'float32');
        });
      });
    } finally {
      recording.now = null;
    }
  });
  const compiled = await createReplay(recorder.finish([], made), [], activeBackend());
  const asked = compiled.inputs.map(({ field }) => field);
  for (const place of events.keys()) compiled.tell(place, { kind: 'stream', state: STATE });
  compiled.run([]);
  const found = compiled.results().map((info) => tf.engine().makeTensorFromTensorInfo(info));
  const results = await Promise.all(found.map((tensor) => tensor.data()));
  compiled.dispose();
  tf.dispose([...found, ...made]);
  return { results, asked };
}

function apart(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length);
  return Math.max(...Array.from(expected, (value, i) => Math.abs(value - (found[i] as number))));
}

it('uniform numbers and classes, to the bit', async () => {
  const draws = [
    [
      ofLatent({ size: 1, distribution: 'uniform' }),
      (stream: RandomStream) => stream.uniform(new Float32Array(2051), -1, 1),
    ],
    [SHARES, (stream: RandomStream) => stream.uniform(new Float32Array(10))],
    [ofClasses(10), (stream: RandomStream) => stream.integers(new Int32Array(101), 10)],
  ] as const;
  const events = draws.map(([law, draw]): Event => ({ drawn: { x: draw(openStream(STATE)) }, laws: { x: law } }));
  const { results, asked } = await drawnBy(events);
  expect(asked).toEqual([]);
  for (const [i, { drawn }] of events.entries())
    expect([...(results[i] as Float32Array)]).toEqual([...(drawn.x as Float32Array)]);
});

it('normal numbers, also near zero and far out', async () => {
  const z = openStream(STATE).normal(new Float32Array(40_003));
  const { results } = await drawnBy([{ drawn: { z }, laws: { z: ofLatent({ size: 1, distribution: 'normal' }) } }]);
  expect(apart(results[0] as Float32Array, z)).toBeLessThan(2e-6);
});

it.each(['gaussian', 'uniform', 'positiveUniform'] as const)('examples moved by %s noise', async (kind) => {
  const spec: PerturbationSpec = { kind, scale: 0.5 };
  // What they are moved from is drawn as well, from the same place of its stream.
  const images = openStream(STATE).uniform(new Float32Array(3 * 1023));
  const near = perturb(images, spec, openStream(STATE));
  const { results, asked } = await drawnBy([
    { drawn: { images }, laws: { images: SHARES } },
    { drawn: { near }, laws: { near: ofNear(spec) } },
  ]);
  expect(asked).toEqual([]);
  expect([...(results[0] as Float32Array)]).toEqual([...images]);
  expect(apart(results[1] as Float32Array, near)).toBeLessThan(2e-6);
});

const SET = { id: 'set', name: 'set', classes: ['a'], trainCount: 5, testCount: 0, kind: 'image' } as const;

it.each([
  ['as they are', 6, 5, 1, {}],
  ['framed', 9, 8, 3, { resize: 'pad' }],
  ['enlarged', 13, 10, 1, { resize: 'bilinear' }],
  ['scaled to [0, 1]', 6, 5, 3, { range: 'unit' }],
  ['scaled twice', 8, 5, 1, { scaledTwice: true }],
] as const)('images of the data set, %s', async (_, height, width, channels, more) => {
  const info = { ...SET, height: 6, width: 5, channels };
  const size = info.height * info.width * channels;
  const pixels = Uint8Array.from({ length: 5 * size }, (_, i) => (i * 37 + (i >> 3)) % 256);
  const data = {
    kind: 'image',
    info,
    pixels,
    labels: new Uint8Array(5),
    capacity: 5,
    loaded: 5,
  } as unknown as LoadedImages;
  const image: ImageSpec = { kind: 'image', height, width, channels, range: 'symmetric', resize: 'pad', ...more };
  const places = Int32Array.of(4, 0, 4, 2);
  const images = realImages(image, data, Uint32Array.from(places));
  const rows = rowsOf(image, data);
  if (!rows) throw new Error('These are no rows.');
  const recorder = createRecorder<string>([]);
  recording.now = recorder;
  recorder.event('batch', { images }, { images: ofRows({ rows, places }) });
  const tensor = tf.tensor(images, [4, height, width, channels]);
  recording.now = null;
  const compiled = await createReplay(recorder.finish([], [tensor]), [], activeBackend());
  expect(compiled.inputs.map(({ field }) => field)).toEqual([PLACES]);
  compiled.inputs[0]?.values.set(places);
  compiled.run([]);
  const [found] = compiled.results().map((one) => tf.engine().makeTensorFromTensorInfo(one)) as [tf.Tensor];
  expect(apart(await found.data(), images)).toBeLessThan(1e-6);
  compiled.dispose();
  tf.dispose([tensor, found]);
});

it('a table that is still being loaded is uploaded as it comes', async () => {
  const info = { ...SET, height: 1, width: 3, channels: 1 };
  const pixels = new Uint8Array(15);
  const data = { kind: 'image', info, pixels, labels: new Uint8Array(5), capacity: 5, loaded: 1 };
  const image: ImageSpec = { kind: 'image', height: 1, width: 3, channels: 1, range: 'unit', resize: 'pad' };
  const rows = rowsOf(image, data as unknown as LoadedImages);
  if (!rows) throw new Error('These are no rows.');
  const places = Int32Array.of(0);
  const recorder = createRecorder<string>([]);
  recording.now = recorder;
  const images = new Float32Array(3);
  recorder.event('batch', { images }, { images: ofRows({ rows, places }) });
  const tensor = tf.tensor(images, [1, 1, 3, 1]);
  recording.now = null;
  const compiled = await createReplay(recorder.finish([], [tensor]), [], activeBackend());
  const look = async (place: number): Promise<readonly number[]> => {
    compiled.inputs[0]?.values.fill(place);
    compiled.run([]);
    const [found] = compiled.results().map((one) => tf.engine().makeTensorFromTensorInfo(one)) as [tf.Tensor];
    const values = [...(await found.data())].map((value) => Math.round(value * 255));
    found.dispose();
    return values;
  };
  for (const loaded of [1, 2, 5]) {
    pixels.set(Array.from({ length: 3 * loaded }, (_, i) => i + 1));
    data.loaded = loaded;
    expect(await look(loaded - 1)).toEqual([3 * loaded - 2, 3 * loaded - 1, 3 * loaded]);
  }
  compiled.dispose();
  tensor.dispose();
});

it('a stream goes on behind what was drawn elsewhere', () => {
  const stream = openStream(STATE);
  stream.normal(new Float32Array(7));
  expect(stateAfter(STATE, 7)).toEqual(stream.state());
});
