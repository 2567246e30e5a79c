import { describe, expect, it } from 'vitest';
import type { ImageSetInfo } from '../core/dataSet.ts';
import { EngineError } from '../core/errors.ts';
import { parseManifest } from './manifest.ts';

const info: ImageSetInfo = {
  id: 'tiny',
  name: 'Tiny',
  kind: 'image',
  height: 2,
  width: 2,
  channels: 1,
  classes: ['a', 'b', 'c'],
  trainCount: 4,
  testCount: 2,
};

const train = { split: 'train', file: 'train-0.0123456789.bin', count: 4, bytes: 30, rawBytes: 20 };
const test = { split: 'test', file: 'test-0.0123456789.bin', count: 2, bytes: 20, rawBytes: 10 };
const good = { format: 1, height: 2, width: 2, channels: 1, classes: 3, shards: [train, test] };

describe('parseManifest', () => {
  it('reads a good manifest', () => {
    expect(parseManifest({ ...good, extra: 'ignored' }, info)).toEqual(good);
  });

  it.each([
    ['nothing', null],
    ['a list', [good]],
    ['another format', { ...good, format: 2 }],
    ['other images', { ...good, height: 3 }],
    ['a size as text', { ...good, width: '2' }],
    ['other classes', { ...good, classes: 10 }],
    ['no shards', { ...good, shards: undefined }],
    ['a shard that is nothing', { ...good, shards: [null, test] }],
    ['an unknown split', { ...good, shards: [{ ...train, split: 'secret' }, test] }],
    ['a path for a name', { ...good, shards: [{ ...train, file: '../../train-0.0123456789.bin' }, test] }],
    ['an address for a name', { ...good, shards: [{ ...train, file: 'https://example.test/a.bin' }, test] }],
    ['a negative count', { ...good, shards: [{ ...train, count: -4, rawBytes: -20 }, test] }],
    ['a broken count', { ...good, shards: [{ ...train, count: 0.5, rawBytes: 2.5 }, test] }],
    ['a huge count', { ...good, shards: [{ ...train, count: 1e12, rawBytes: 5e12 }, test] }],
    ['a size that does not fit the count', { ...good, shards: [{ ...train, rawBytes: 21 }, test] }],
    ['an empty file', { ...good, shards: [{ ...train, bytes: 0 }, test] }],
    ['too few images', { ...good, shards: [test] }],
    ['too many images', { ...good, shards: [train, train, test] }],
  ])('refuses %s', (_, manifest) => {
    const parse = () => parseManifest(manifest, info);
    expect(parse).toThrow(EngineError);
    expect(parse).toThrow('data.manifest');
  });
});
