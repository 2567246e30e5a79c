import { describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import type { Problem } from '../../core/problems.ts';
import { inEnglish } from '../../i18n/problems/explain.ts';
import { isSentence } from '../../i18n/testing/sound.ts';
import { LIMITS } from './limits.ts';
import { bring, type Files, greyPng } from './testing/bring.ts';
import { gzip, wrapInMat, writeIdx, writeMat, writeNpy, writeNpz, zip, zipThatClaims } from './testing/writers.ts';

const MEBIBYTE = 2 ** 20;
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

/** Why they are refused, once that has been said in a sentence. */
async function refusal(files: Files, options: Parameters<typeof bring>[1] = {}): Promise<Problem> {
  const error = await bring(files, options).then(
    () => new Error('it was accepted'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EngineError)) throw error;
  expect(error.code).toBe('bad-file');
  expect(inEnglish(error.problem)).toSatisfy(isSentence);
  return error.problem;
}

const images = writeIdx({ shape: [2, 3, 3], values: Array(18).fill(1) });
const npy = writeNpy({ shape: [2, 3, 3], values: Array(18).fill(1) });

/** An IDX header that promises n images of 28×28, with no data behind it. */
const promise = (n: number): Uint8Array<ArrayBuffer> => writeIdx({ shape: [n, 28, 28], values: [] });

describe('a file that lies about its size', () => {
  it.each<readonly [string, Files, object]>([
    [
      'IDX',
      { 'a-idx3': promise(60_000) },
      { place: { file: 'a-idx3', at: 4 }, fault: { code: 'idx.size', promised: 47_040_000, found: 0 } },
    ],
    [
      'IDX in gzip',
      { 'a.gz': gzip(promise(60_000)) },
      { fault: { code: 'deflate.promise', promised: 47_040_000, compressed: 40 } },
    ],
    ['more images than allowed', { 'a.gz': gzip(promise(2)) }, { fault: { code: 'data.cutOff' } }],
    [
      '.npy',
      { 'a.npy': npy.subarray(0, npy.length - 5) as never },
      { fault: { code: 'data.cutOff', promised: 5, found: 0 } },
    ],
    [
      'an entry beyond belief',
      { 'a.npz': zipThatClaims('x.npy', npy, 2 ** 32 - 2) },
      { fault: { code: 'deflate.promise', compressed: 74 } },
    ],
    [
      'an entry',
      { 'a.npz': zipThatClaims('x.npy', npy, 50_000) },
      { fault: { code: 'npz.size', promised: 146, found: 50_000 } },
    ],
  ])('%s', async (_, files, problem) => expect(await refusal(files)).toMatchObject(problem));

  it('takes no memory before that is found out', async () => {
    const limits = { ...LIMITS, decodedBytes: 10 * MEBIBYTE };
    const honest = gzip(writeIdx({ shape: [20_000, 28, 28], values: new Uint8Array(20_000 * 784) as never }));
    expect(await refusal({ 'a.gz': honest }, { limits })).toMatchObject({
      fault: { code: 'limit.memory', what: 'images', bytes: 15_680_000, most: 10 * MEBIBYTE },
    });
  });
});

describe('bombs', () => {
  const bomb = (): Uint8Array<ArrayBuffer> =>
    gzip(writeIdx({ shape: [24_000, 28, 28], values: new Uint8Array(24_000 * 784) as never }));

  it('are stopped by their ratio', async () => {
    expect(await refusal({ 'a.gz': bomb() })).toMatchObject({
      fault: { code: 'limit.ratio', times: expect.closeTo(1000, -2) },
    });
  });

  it('are stopped by the total', async () => {
    const limits = { ...LIMITS, ratio: Number.POSITIVE_INFINITY, inflatedBytes: MEBIBYTE };
    expect(await refusal({ 'a.gz': bomb() }, { limits })).toMatchObject({
      fault: { code: 'limit.inflated', most: MEBIBYTE },
    });
  });

  it('of overlapping entries are seen in the directory', async () => {
    const content = Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) % 251);
    const one = zip({ 'a.png': content }, 0);
    const view = new DataView(one.buffer);
    const directory = view.getUint32(one.length - 6, true);
    const record = one.subarray(directory, one.length - 22);
    const twice = new Uint8Array(one.length + record.length);
    twice.set(one.subarray(0, one.length - 22));
    twice.set(record, one.length - 22);
    twice.set(one.subarray(one.length - 22), twice.length - 22);
    new DataView(twice.buffer).setUint16(twice.length - 12, 2, true);
    expect(await refusal({ 'a.zip': twice })).toMatchObject({ fault: { code: 'zip.overlap' } });
  });
});

describe('what is damaged', () => {
  const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> => {
    const copy = bytes.slice();
    copy[at] = (copy[at] as number) ^ 0x10;
    return copy;
  };

  it.each<readonly [string, Files, object]>([
    [
      'gzip data',
      { 'a.gz': flipped(gzip(images), gzip(images).length - 12) },
      { place: { file: 'a.gz' }, fault: { code: 'deflate.checksum' } },
    ],
    [
      'a gzip checksum',
      { 'a.gz': flipped(gzip(images), gzip(images).length - 8) },
      { fault: { code: 'deflate.checksum', found: expect.stringMatching(/^[0-9a-f]{8}$/) } },
    ],
    [
      'a stored entry',
      { 'a.npz': flipped(writeNpz({ x: npy }, 0), 170) },
      { place: { file: 'a.npz', entry: 'x.npy' }, fault: { code: 'zip.checksum' } },
    ],
    ['half a zip', { 'a.zip': zip({ 'b/1.png': greyPng(1) }).slice(0, 60) }, { fault: { code: 'zip.end' } }],
    [
      'half a gzip',
      { 'a.gz': gzip(images).slice(0, 30) },
      { place: { file: 'a.gz', at: expect.any(Number) }, fault: { code: 'deflate.damaged' } },
    ],
    [
      'half a .mat',
      { 'a.mat': writeMat({ X: { shape: [9, 9, 3], values: Array(243).fill(1) } }).slice(0, 150) },
      { fault: { code: 'mat.element', found: 14 } },
    ],
  ])('%s', async (_, files, problem) => expect(await refusal(files)).toMatchObject(problem));
});

describe('what is something else', () => {
  it.each<readonly [string, Files, object]>([
    ['nothing', {}, { code: 'file.none' }],
    ['an empty file', { 'a.npz': text('') }, { fault: { code: 'file.empty' } }],
    [
      'text',
      { 'mnist.npz': text('404 not found') },
      { place: { file: 'mnist.npz', at: 0 }, fault: { code: 'file.unknown', first: '34 30 34 20' } },
    ],
    ['a web page', { 'mnist.npz': text('\n<!DOCTYPE html><p>404') }, { fault: { code: 'file.webPage' } }],
    ['a picture under another name', { 'a.npz': greyPng(3) }, { fault: { code: 'file.picture', type: 'PNG' } }],
    [
      'text under a picture’s name',
      { 'a/b.png': text('no') },
      { place: { file: 'a/b.png' }, fault: { code: 'picture.none' } },
    ],
    ['HDF5', { 'a.h5': Uint8Array.of(0x89, 0x48, 0x44, 0x46) }, { fault: { code: 'file.hdf5' } }],
    ['a zip of texts', { 'a.zip': zip({ 'b.txt': text('b') }) }, { fault: { code: 'file.neither', such: 'b.txt' } }],
    ['MATLAB 7.3', { 'a.mat': text('MATLAB 7.3 MAT-file'.padEnd(200)) }, { fault: { code: 'mat.version73' } }],
    [
      'labels alone',
      { 'a.npz': writeNpz({ y: writeNpy({ shape: [3], values: [1, 2, 3] }) }) },
      { fault: { code: 'set.noImages', found: [{ name: 'y', shape: [3] }] } },
    ],
    [
      'strange values',
      { 'a.npy': writeNpy({ shape: [1, 1, 2], values: [-3, 700] }, { type: 'f4' }) },
      { fault: { code: 'values.range', low: -3, high: 700 } },
    ],
    [
      'not a number',
      { 'a.npy': writeNpy({ shape: [1, 1, 2], values: [0, Number.NaN] }, { type: 'f4' }) },
      { fault: { code: 'values.notFinite', index: 1 } },
    ],
    [
      'twice compressed',
      { 'a.mat': wrapInMat(wrapInMat(new Uint8Array(64)).slice(128)) },
      { fault: { code: 'mat.nested' } },
    ],
  ])('%s', async (_, files, problem) => expect(await refusal(files)).toMatchObject(problem));

  it('does not matter where the content is good', async () => {
    expect((await bring({ 'really.mat': writeNpz({ images: npy }) })).train.images).toHaveLength(18);
    expect((await bring({ 'notes.txt': text('hello'), a: images })).train.images).toHaveLength(18);
  });
});

describe('sets that do not fit together', () => {
  const of = (n: number, side: number) => writeNpy({ shape: [n, side, side], values: Array(n * side * side).fill(1) });
  const labels = (n: number) => writeNpy({ shape: [n], values: Array(n).fill(1) });

  it.each<readonly [string, Files, object]>([
    [
      'counts',
      { 'a.npz': writeNpz({ x_train: of(3, 2), y_train: labels(2) }) },
      { fault: { code: 'set.labels', images: 'x_train', count: 3, labels: 'y_train', found: 2 } },
    ],
    [
      'sizes',
      { 'a.npz': writeNpz({ x_train: of(1, 2), x_test: of(1, 3) }) },
      { fault: { code: 'set.otherSize', test: [3, 3, 1], train: [2, 2, 1] } },
    ],
    [
      'two sets',
      { a: images, b: images },
      { fault: { code: 'set.ambiguous', names: ['a', 'b'], split: 'train', what: 'images' } },
    ],
    [
      'many labels',
      {
        'a.npz': writeNpz({
          x: of(300, 1),
          y: writeNpy({ shape: [300], values: Array.from({ length: 300 }, (_, i) => i) }, { type: 'i4' }),
        }),
      },
      { fault: { code: 'limit.labels', most: 256 } },
    ],
    [
      'fractions',
      { 'a.npz': writeNpz({ x: of(1, 2), y: writeNpy({ shape: [1], values: [0.5] }, { type: 'f4' }) }) },
      { fault: { code: 'labels.notWhole', index: 0, value: 0.5 } },
    ],
  ])('%s', async (_, files, problem) => expect(await refusal(files)).toMatchObject(problem));

  it('because there are too many of them', async () => {
    const limits = { ...LIMITS, images: 2 };
    expect(await refusal({ 'a.npy': of(3, 2) }, { limits })).toMatchObject({
      fault: { code: 'limit.images', count: 3, most: 2 },
    });
    expect(await refusal({ 'a.npy': writeNpy({ shape: [0, 2, 2], values: [] }) })).toMatchObject({
      fault: { code: 'limit.images', count: 0 },
    });
    expect(await refusal({ 'a.npy': writeNpy({ shape: [1, 1, 5000], values: Array(5000).fill(0) }) })).toMatchObject({
      fault: { code: 'limit.sides', height: 1, width: 5000, most: 4096 },
    });
  });
});

it('shows names without what cannot be printed', async () => {
  const problem = await refusal({ [`${'a'.repeat(100)}\u202e\n.npz`]: text('?') });
  expect(problem).toMatchObject({ place: { file: expect.stringMatching(/^…a+··\.npz$/), at: 0 } });
  expect(inEnglish(problem)).toMatch(/^…a+··\.npz, byte 0: the first bytes, 3f, belong/);
  expect(inEnglish(problem).length).toBeLessThan(250);
});
