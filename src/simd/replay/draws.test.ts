/** What a program draws by itself are the very bits that the run's own streams give. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStream, type RandomStream, type StreamState } from '../../core/random.ts';
import { ofClasses, ofLatent, ofNear, SHARES } from '../../engine/step/laws.ts';
import { perturb } from '../../gan/losses/perturbation.ts';
import type { Law } from '../../program/law.ts';
import type { Values } from '../../program/program.ts';
import { createRecorder } from '../../program/recorder.ts';
import { recording } from '../../program/recording.ts';
import type { SimdBackend } from '../backend.ts';
import { type RegisteredSimd, registerSimdBackend } from '../register.ts';
import { createReplay } from './replay.ts';

/** A stream far on, whose next block is the last but two of the lower half of numbers. */
const STATE: StreamState = { key0: 7, key1: 0x9abcdef0, block: 2 ** 32 - 3 };

interface Drawn {
  readonly field: string;
  readonly values: Values;
  readonly law?: Law;
}

/** What a program makes of these arrays, each drawn in an event of its own, and what of them it asks for. */
function drawnBy(events: readonly Drawn[]) {
  const backend = tf.engine().backend as SimdBackend;
  const recorder = createRecorder<string>([]);
  recording.now = recorder;
  const made = events.map(({ field, values, law }) => {
    recorder.event(field, { [field]: values }, law && { [field]: law });
    return tf.tensor(values, [values.length], values instanceof Int32Array ? 'int32' : 'float32');
  });
  recording.now = null;
  const compiled = createReplay(recorder.finish([], made), [], backend);
  const asked = compiled.inputs.map(({ field }) => field);
  for (const { event, values } of compiled.inputs) values.set(events[event]?.values as Values);
  for (const [place, { law }] of events.entries()) if (law) compiled.tell(place, { kind: 'stream', state: STATE });
  compiled.run([]);
  const results = compiled.results().map((info) => [...backend.view(info)]);
  compiled.dispose();
  tf.dispose(made);
  return { results, asked };
}

describe.each([1, 2])('on %i threads', (threads) => {
  let registered: RegisteredSimd;
  beforeEach(async () => {
    registered = await registerSimdBackend({ threads });
    await tf.setBackend('simd');
  });
  afterEach(() => registered.dispose());

  it.each<[string, Law, (stream: RandomStream, size: number) => Values]>([
    ['uniform numbers', SHARES, (stream, size) => stream.uniform(new Float32Array(size))],
    [
      'uniform numbers on both sides of 0',
      ofLatent({ size: 1, distribution: 'uniform' }),
      (stream, size) => stream.uniform(new Float32Array(size), -1, 1),
    ],
    [
      'normal numbers',
      ofLatent({ size: 1, distribution: 'normal' }),
      (stream, size) => stream.normal(new Float32Array(size)),
    ],
    ['classes', ofClasses(10), (stream, size) => stream.integers(new Int32Array(size), 10)],
  ])('%s', (_, law, draw) => {
    const events = [1, 2, 3, 7, 2051, 20_001].map((size) => ({
      field: 'x',
      values: draw(openStream(STATE), size),
      law,
    }));
    const { results, asked } = drawnBy(events);
    expect(asked).toEqual([]);
    for (const [i, { values }] of events.entries()) expect(results[i]).toEqual([...values]);
  });

  it.each(['gaussian', 'uniform', 'positiveUniform'] as const)('examples moved by %s noise', (kind) => {
    const spec = { kind, scale: 0.3 };
    const images = openStream({ ...STATE, key0: 8 }).normal(new Float32Array(3 * 1023), 0.1, 0.4);
    const near = perturb(images, spec, openStream(STATE));
    const { results, asked } = drawnBy([
      { field: 'images', values: images },
      { field: 'near', values: near, law: ofNear(spec) },
    ]);
    expect(asked).toEqual(['images']);
    expect(results[1]).toEqual([...near]);
  });
});
