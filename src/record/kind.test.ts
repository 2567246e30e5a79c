import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeNpy, writeNpz } from '../data/decoders/testing/writers.ts';
import { encodeCheckpoint } from './checkpoint.ts';
import { encodeImageSet } from './imageSet.ts';
import { kindOf } from './kind.ts';
import { encodeTensors } from './safetensors.ts';
import { checkpoints } from './testing/samples.ts';

it('every checkpoint is a record, also when it is cut off', () =>
  fc.assert(
    fc.asyncProperty(checkpoints, fc.nat(100), async (checkpoint, cut) => {
      const file = encodeCheckpoint(checkpoint);
      expect(await kindOf(new Blob([file.slice(0, file.length - (cut % 8))]))).toBe('record');
    }),
    { numRuns: 50 },
  ));

it('other tensors are weights, and what people train on is neither', async () => {
  const tensors = new Map([['0.weight', { shape: [1], values: Float32Array.of(1) }]]);
  expect(await kindOf(new Blob([encodeTensors({ tensors, metadata: { format: 'pt' } })]))).toBe('weights');
  const none = { images: new Uint8Array(0), labels: new Uint8Array(0) };
  const set = { name: 'x', classes: ['a'], height: 1, width: 1, channels: 1, train: none, test: none };
  expect(await kindOf(encodeImageSet(set))).toBe('weights');
  const npy = writeNpy({ shape: [1, 28, 28], values: new Array(784).fill(0) });
  for (const file of [npy, writeNpz({ x: npy }), Uint8Array.of(0x1f, 0x8b, 8), new Uint8Array(0)])
    expect(await kindOf(new Blob([file]))).toBe('other');
});
