import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { bring, type Files, greyPng } from './testing/bring.ts';
import { gzip, wrapInMat, writeIdx, writeMat, writeNpy, writeNpz, zip, zipThatClaims } from './testing/writers.ts';

const MEBIBYTE = 2 ** 20;
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

async function refusal(files: Files, options: Parameters<typeof bring>[1] = {}): Promise<string> {
  const error = await bring(files, options).then(
    () => new Error('it was accepted'),
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toMatchObject({ name: 'EngineError', code: 'bad-file' });
  return error.message;
}

const images = writeIdx({ shape: [2, 3, 3], values: Array(18).fill(1) });
const npy = writeNpy({ shape: [2, 3, 3], values: Array(18).fill(1) });

/** An IDX header that promises n images of 28×28, with no data behind it. */
const promise = (n: number): Uint8Array<ArrayBuffer> => writeIdx({ shape: [n, 28, 28], values: [] });

describe('a file that lies about its size', () => {
  it.each<readonly [string, Files, RegExp]>([
    ['IDX', { 'a-idx3': promise(60_000) }, /a-idx3, byte 4: the header promises 47,040,000 bytes of data and 0 are/],
    ['IDX in gzip', { 'a.gz': gzip(promise(60_000)) }, /47,040,000 bytes are promised, and 40 compressed ones cannot/],
    ['more images than allowed', { 'a.gz': gzip(promise(2)) }, /the data is cut off/],
    ['.npy', { 'a.npy': npy.subarray(0, npy.length - 5) as never }, /the data is cut off, 5 more bytes are promised/],
    ['an entry beyond belief', { 'a.npz': zipThatClaims('x.npy', npy, 2 ** 32 - 2) }, /and 74 compressed ones cannot/],
    ['an entry', { 'a.npz': zipThatClaims('x.npy', npy, 50_000) }, /its header promises 146 bytes and the zip/],
  ])('%s', async (_, files, message) => expect(await refusal(files)).toMatch(message));

  it('takes no memory before that is found out', async () => {
    const limits = { ...LIMITS, decodedBytes: 10 * MEBIBYTE };
    const honest = gzip(writeIdx({ shape: [20_000, 28, 28], values: new Uint8Array(20_000 * 784) as never }));
    expect(await refusal({ 'a.gz': honest }, { limits })).toMatch(
      /its images would need 15 MiB, and 10 MiB is the limit/,
    );
  });
});

describe('bombs', () => {
  const bomb = (): Uint8Array<ArrayBuffer> =>
    gzip(writeIdx({ shape: [24_000, 28, 28], values: new Uint8Array(24_000 * 784) as never }));

  it('are stopped by their ratio', async () => {
    expect(await refusal({ 'a.gz': bomb() })).toMatch(/unpacks to 1,\d\d\d times its size/);
  });

  it('are stopped by the total', async () => {
    const limits = { ...LIMITS, ratio: Number.POSITIVE_INFINITY, inflatedBytes: MEBIBYTE };
    expect(await refusal({ 'a.gz': bomb() }, { limits })).toMatch(/unpacks to more than 1 MiB/);
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
    expect(await refusal({ 'a.zip': twice })).toMatch(/its entries overlap; do not trust/);
  });
});

describe('what is damaged', () => {
  const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> => {
    const copy = bytes.slice();
    copy[at] = (copy[at] as number) ^ 0x10;
    return copy;
  };

  it.each<readonly [string, Files, RegExp]>([
    ['gzip data', { 'a.gz': flipped(gzip(images), gzip(images).length - 12) }, /a\.gz.*damaged/],
    [
      'a gzip checksum',
      { 'a.gz': flipped(gzip(images), gzip(images).length - 8) },
      /its checksum is .{8} and should be/,
    ],
    ['a stored entry', { 'a.npz': flipped(writeNpz({ x: npy }, 0), 170) }, /a\.npz, x\.npy: its checksum does not fit/],
    ['half a zip', { 'a.zip': zip({ 'b/1.png': greyPng(1) }).slice(0, 60) }, /the end of the zip file is missing/],
    ['half a gzip', { 'a.gz': gzip(images).slice(0, 30) }, /a\.gz, byte \d+: the compressed data is damaged; fetch/],
    [
      'half a .mat',
      { 'a.mat': writeMat({ X: { shape: [9, 9, 3], values: Array(243).fill(1) } }).slice(0, 150) },
      /an element of \d+ bytes begins and 14 are left/,
    ],
  ])('%s', async (_, files, message) => expect(await refusal(files)).toMatch(message));
});

describe('what is something else', () => {
  it.each<readonly [string, Files, RegExp]>([
    ['nothing', {}, /There is no file in it; choose/],
    ['an empty file', { 'a.npz': text('') }, /it is empty; bring IDX files/],
    [
      'text',
      { 'mnist.npz': text('404 not found') },
      /mnist\.npz, byte 0: the first bytes, 34 30 34 20, belong to no format/,
    ],
    ['a web page', { 'mnist.npz': text('\n<!DOCTYPE html><p>404') }, /this is a web page; look on it for the address/],
    ['a picture under another name', { 'a.npz': greyPng(3) }, /this is a PNG picture, whatever its name says/],
    ['text under a picture’s name', { 'a/b.png': text('no') }, /a\/b\.png: this is no PNG, JPEG or WebP picture/],
    ['HDF5', { 'a.h5': Uint8Array.of(0x89, 0x48, 0x44, 0x46) }, /HDF5 files cannot be read; save the arrays as \.npz/],
    ['a zip of texts', { 'a.zip': zip({ 'b.txt': text('b') }) }, /neither pictures nor arrays, only such as b\.txt/],
    ['MATLAB 7.3', { 'a.mat': text('MATLAB 7.3 MAT-file'.padEnd(200)) }, /save it with the option -v7/],
    [
      'labels alone',
      { 'a.npz': writeNpz({ y: writeNpy({ shape: [3], values: [1, 2, 3] }) }) },
      /no images in it, only y \(3\)/,
    ],
    [
      'strange values',
      { 'a.npy': writeNpy({ shape: [1, 1, 2], values: [-3, 700] }, { type: 'f4' }) },
      /values run from -3 to 700/,
    ],
    [
      'not a number',
      { 'a.npy': writeNpy({ shape: [1, 1, 2], values: [0, Number.NaN] }, { type: 'f4' }) },
      /value 1 is not a finite/,
    ],
    [
      'twice compressed',
      { 'a.mat': wrapInMat(wrapInMat(new Uint8Array(64)).slice(128)) },
      /a compressed element contains another/,
    ],
  ])('%s', async (_, files, message) => expect(await refusal(files)).toMatch(message));

  it('does not matter where the content is good', async () => {
    expect((await bring({ 'really.mat': writeNpz({ images: npy }) })).train.images).toHaveLength(18);
    expect((await bring({ 'notes.txt': text('hello'), a: images })).train.images).toHaveLength(18);
  });
});

describe('sets that do not fit together', () => {
  const of = (n: number, side: number) => writeNpy({ shape: [n, side, side], values: Array(n * side * side).fill(1) });
  const labels = (n: number) => writeNpy({ shape: [n], values: Array(n).fill(1) });

  it.each<readonly [string, Files, RegExp]>([
    [
      'counts',
      { 'a.npz': writeNpz({ x_train: of(3, 2), y_train: labels(2) }) },
      /x_train has 3 images and y_train has 2 labels/,
    ],
    [
      'sizes',
      { 'a.npz': writeNpz({ x_train: of(1, 2), x_test: of(1, 3) }) },
      /test images are 3×3×1 and training images 2×2×1/,
    ],
    ['two sets', { a: images, b: images }, /both a and b could be the training images; bring one set at a time/],
    [
      'many labels',
      {
        'a.npz': writeNpz({
          x: of(300, 1),
          y: writeNpy({ shape: [300], values: Array.from({ length: 300 }, (_, i) => i) }, { type: 'i4' }),
        }),
      },
      /more than 256 different labels/,
    ],
    [
      'fractions',
      { 'a.npz': writeNpz({ x: of(1, 2), y: writeNpy({ shape: [1], values: [0.5] }, { type: 'f4' }) }) },
      /label 0 is 0\.5/,
    ],
  ])('%s', async (_, files, message) => expect(await refusal(files)).toMatch(message));

  it('because there are too many of them', async () => {
    const limits = { ...LIMITS, images: 2 };
    expect(await refusal({ 'a.npy': of(3, 2) }, { limits })).toMatch(/3 images are not between 1 and 2/);
    expect(await refusal({ 'a.npy': writeNpy({ shape: [0, 2, 2], values: [] }) })).toMatch(/0 images/);
    expect(await refusal({ 'a.npy': writeNpy({ shape: [1, 1, 5000], values: Array(5000).fill(0) }) })).toMatch(
      /images of 1×5,000 pixels are not between 1 and 4,096/,
    );
  });
});

it('shows names without what cannot be printed', async () => {
  const message = await refusal({ [`${'a'.repeat(100)}\u202e\n.npz`]: text('?') });
  expect(message).toMatch(/^…a+··\.npz, byte 0/);
  expect(message.length).toBeLessThan(250);
});
