import { describe, expect, it } from 'vitest';
import { openStreams, streamStates } from '../engine/step/streams.ts';
import { badCheckpoint, type Checkpoint, decodeCheckpoint, encodeCheckpoint, encodeLight } from './checkpoint.ts';
import { decodeTensors, encodeTensors } from './safetensors.ts';

const numbers = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) });

const whole: Checkpoint = {
  config: { recipe: 'sgan', data: 'mnist', seed: 7, params: {} },
  snapshot: {
    step: 12,
    tensors: new Map([
      ['average.0.dense.kernel', numbers(0.5, 0.25)],
      ['classifier.0.dense.kernel', numbers(3)],
      ['generator.0.dense.kernel', numbers(1, 2)],
      ['generator.adam.0.first', numbers(9, 9)],
      ['discriminator.0.dense.kernel', numbers(4)],
      ['discriminator.rmsProp.0.square', numbers(9)],
    ]),
    updates: { generator: 12, discriminator: 24 },
    streams: streamStates(openStreams(7)),
    batches: { epoch: 1, position: 64, stream: { key0: 1, key1: 2, block: 3 } },
  },
};
const valuesOf = (checkpoint: Checkpoint) =>
  Object.fromEntries([...checkpoint.snapshot.tensors].map(([name, { values }]) => [name, [...values]]));

describe('a light checkpoint', () => {
  it('has weights alone, and gives averages back as the weights of their networks', () => {
    const read = decodeCheckpoint(encodeLight(whole, []));
    expect(valuesOf(read)).toEqual({
      'generator.0.dense.kernel': [1, 2],
      'discriminator.0.dense.kernel': [4],
      'average.0.dense.kernel': [1, 2],
      'classifier.0.dense.kernel': [4],
    });
    const { tensors: _, ...state } = whole.snapshot;
    expect(read.snapshot).toMatchObject({ ...state, begun: state.updates });
    expect(read.config).toEqual(whole.config);
  });

  it('may have the averages in place of the weights', () => {
    expect(valuesOf(decodeCheckpoint(encodeLight(whole, ['average', 'classifier'])))).toEqual({
      'generator.0.dense.kernel': [0.5, 0.25],
      'discriminator.0.dense.kernel': [3],
      'average.0.dense.kernel': [0.5, 0.25],
      'classifier.0.dense.kernel': [3],
    });
  });

  it('is in half precision: numbers are within a part in 2048', () => {
    const tensors = new Map([['generator.0.dense.kernel', numbers(0.1, -1 / 3, 1e-3, 700.3)]]);
    const checkpoint = { ...whole, snapshot: { ...whole.snapshot, tensors } };
    const read = decodeCheckpoint(encodeLight(checkpoint, [])).snapshot.tensors.get('generator.0.dense.kernel');
    for (const [i, value] of [0.1, -1 / 3, 1e-3, 700.3].entries()) {
      const found = read?.values[i] as number;
      expect(found).not.toBe(Math.fround(value));
      expect(Math.abs(found / value - 1)).toBeLessThan(2 ** -11);
    }
  });

  it('without an average that is to stand in is not made', () => {
    const tensors = new Map([['generator.0.dense.kernel', numbers(1)]]);
    const checkpoint = { ...whole, snapshot: { ...whole.snapshot, tensors } };
    expect(() => encodeLight(checkpoint, ['average'])).toThrow('average.0.dense.kernel');
  });
});

describe('a file that says otherwise', () => {
  const damaged = (change: Readonly<Record<string, string>>, file = encodeLight(whole, [])): Uint8Array => {
    const { tensors, metadata } = decodeTensors(file, badCheckpoint);
    return encodeTensors({ tensors, metadata: { ...metadata, ...change } });
  };
  const state = (begun: unknown): string => {
    const { tensors: _, ...rest } = whole.snapshot;
    return JSON.stringify({ ...rest, begun });
  };

  it.each([
    ['an average that there is not', { averages: '["mean"]' }],
    ['averages that are no list', { averages: '{"average":true}' }],
    ['a memory that begins later than now', { state: state({ generator: 13, discriminator: 24 }) }],
    ['a memory that began before all', { state: state({ generator: -1, discriminator: 0 }) }],
    ['half of where memories began', { state: state({ generator: 1 }) }],
  ])('%s is refused', (_, change) => {
    expect(() => decodeCheckpoint(damaged(change))).toThrow(
      expect.objectContaining({ problem: { code: 'checkpoint.bad', fault: { code: 'tensors.metadataJson' } } }),
    );
  });

  it('goes on being read where it says nothing of the kind', () => {
    expect(decodeCheckpoint(damaged({ state: state(undefined) }, encodeCheckpoint(whole)))).toEqual(whole);
  });
});
