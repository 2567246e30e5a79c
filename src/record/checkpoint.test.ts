import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import type { TensorFault } from '../core/problems/keep.ts';
import { openStreams, streamStates } from '../engine/step/streams.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointBlob, decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';

const checkpoint: Checkpoint = {
  config: { recipe: 'cgan', data: 'mnist', seed: 7, params: { width: 0.5, bnEpsilon: true, noise: 'uniform' } },
  snapshot: {
    step: 12,
    tensors: new Map([
      ['generator.0.dense.kernel', { shape: [2, 3], values: Float32Array.of(1, -2.5, 3e-20, 4, 5, 6) }],
      ['generator.0.dense.bias', { shape: [1], values: Float32Array.of(0.1) }],
    ]),
    updates: { generator: 12, discriminator: 24 },
    streams: streamStates(openStreams(7)),
    batches: { epoch: 1, position: 64, stream: { key0: 1, key1: 2, block: 3 } },
  },
};

describe('a checkpoint', () => {
  it('is read back exactly', () => {
    expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it('is the same file when it is laid together by the browser', async () => {
    const file = new Uint8Array(await checkpointBlob(checkpoint).arrayBuffer());
    expect(file).toEqual(encodeCheckpoint(checkpoint));
  });

  it('is read from a Node buffer too, which shares its memory with others', () => {
    expect(decodeCheckpoint(Buffer.from(encodeCheckpoint(checkpoint)))).toEqual(checkpoint);
  });

  it('is laid out as safetensors says', () => {
    const file = encodeCheckpoint(checkpoint);
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
    expect(header['generator.0.dense.bias']).toEqual({ dtype: 'F32', shape: [1], data_offsets: [24, 28] });
    expect(file.length).toBe(8 + length + 28);
  });

  it.each<[string, (file: Uint8Array) => Uint8Array, TensorFault]>([
    ['an empty file', () => new Uint8Array(0), { code: 'tensors.short' }],
    ['a truncated file', (file) => file.slice(0, -4), { code: 'tensors.outside', name: expect.any(String) }],
    [
      'another version of the format',
      (file) => Uint8Array.from(file, (byte, i) => (i === file.indexOf(0x2f) + 1 ? 0x39 : byte)),
      { code: 'tensors.later' },
    ],
    ['a picture', () => Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), { code: 'tensors.header' }],
    [
      'an empty header',
      () => Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d),
      { code: 'tensors.format', format: expect.any(String) },
    ],
  ])('refuses %s with the reason', (_, damage, fault) => {
    expect(() => decodeCheckpoint(damage(encodeCheckpoint(checkpoint)))).toThrow(
      expect.objectContaining({ problem: { code: 'checkpoint.bad', fault } }),
    );
  });

  it('refuses whatever else is done to its header with an error of ours', () => {
    const file = encodeCheckpoint(checkpoint);
    const change = fc.record({ at: fc.nat({ max: file.length - 29 }), to: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = file.slice();
        for (const { at, to } of changes) damaged[at] = to;
        try {
          decodeCheckpoint(damaged);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(EngineError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
