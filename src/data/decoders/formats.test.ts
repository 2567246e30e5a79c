import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bring, type Files } from './testing/bring.ts';
import { gzip, type Numbers, writeIdx, writeMat, writeNpy, writeNpz } from './testing/writers.ts';

/** A few random images [n, height, width, channels] with labels of their own. */
interface Sample {
  readonly images: Numbers & { readonly shape: readonly [number, number, number, number] };
  readonly labels: readonly number[];
}

const byte = fc.nat(255);
const sample = (channels = fc.constantFrom(1, 3)): fc.Arbitrary<Sample> =>
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), channels)
    .chain(([n, height, width, c]) => {
      const size = n * height * width * c;
      return fc.record({
        images: fc.record({
          shape: fc.constant([n, height, width, c] as const),
          values: fc.array(byte, { minLength: size, maxLength: size }),
        }),
        labels: fc.array(fc.nat(200), { minLength: n, maxLength: n }),
      });
    });
const grey = sample(fc.constant(1));

const flat = ({ images }: Sample): Numbers => ({ shape: images.shape.slice(0, 3), values: images.values });
const list = (values: readonly number[]): Numbers => ({ shape: [values.length], values });

/** What comes out has the very images, and classes named by the labels. */
async function check(files: Files, { images, labels }: Sample): Promise<void> {
  const set = await bring(files);
  const [n, height, width, channels] = images.shape;
  expect(set).toMatchObject({ height, width, channels });
  expect([...set.train.images]).toEqual(images.values);
  expect(Array.from(set.train.labels, (label) => set.classes[label])).toEqual(labels.map(String));
  expect(set.train.labels).toHaveLength(n);
  expect([...set.classes].sort()).toEqual([...new Set(labels.map(String))].sort());
}

describe('IDX', () => {
  it('is read back, plain and in gzip', () =>
    fc.assert(
      fc.asyncProperty(grey, fc.boolean(), (made, packed) => {
        const [images, labels] = [writeIdx(flat(made)), writeIdx(list(made.labels))];
        return packed
          ? check({ 'train-images-idx3-ubyte.gz': gzip(images), 'train-labels-idx1-ubyte.gz': gzip(labels) }, made)
          : check({ 'train-images-idx3-ubyte': images, 'train-labels-idx1-ubyte': labels }, made);
      }),
    ));

  it('is paired by name, whatever the order', async () => {
    const images = (level: number) => writeIdx({ shape: [2, 2, 2], values: Array(8).fill(level) });
    const set = await bring({
      't10k-labels-idx1-ubyte.gz': gzip(writeIdx(list([3, 4]))),
      'train-images-idx3-ubyte.gz': gzip(images(1)),
      't10k-images-idx3-ubyte.gz': gzip(images(2)),
      'train-labels-idx1-ubyte.gz': gzip(writeIdx(list([5, 3]))),
    });
    expect(set.classes).toEqual(['3', '4', '5']);
    expect(set.train).toEqual({ images: new Uint8Array(8).fill(1), labels: Uint8Array.of(2, 0) });
    expect(set.test).toEqual({ images: new Uint8Array(8).fill(2), labels: Uint8Array.of(0, 1) });
  });

  it('is turned upright where it is EMNIST’s', async () => {
    const values = [1, 2, 3, 4, 5, 6];
    const set = await bring({
      'emnist-letters-train-images-idx3-ubyte.gz': gzip(writeIdx({ shape: [1, 3, 2], values })),
    });
    expect(set).toMatchObject({ name: 'emnist-letters', height: 2, width: 3 });
    expect([...set.train.images]).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it('without labels is of one class', async () => {
    const set = await bring({ 'kmnist/images.idx': writeIdx({ shape: [3, 1, 1], values: [1, 2, 3] }) });
    expect(set).toMatchObject({ name: 'kmnist', classes: ['all'] });
    expect([...set.train.labels]).toEqual([0, 0, 0]);
  });
});

describe('numpy', () => {
  it('is read back in either order, packed or not, from either version', () =>
    fc.assert(
      fc.asyncProperty(
        sample(),
        fc.constantFrom('C' as const, 'F' as const),
        fc.constantFrom(1 as const, 2 as const),
        fc.constantFrom(0 as const, 6 as const),
        fc.boolean(),
        (made, order, version, level, little) => {
          const x_train = writeNpy(made.images, { order, version });
          const y_train = writeNpy(list(made.labels), { type: 'i8', version, little });
          return check({ 'mnist.npz': writeNpz({ x_train, y_train }, level) }, made);
        },
      ),
    ));

  it('is read with its channels first', async () => {
    const images = writeNpy({ shape: [1, 3, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
    const set = await bring({ 'a.npz': writeNpz({ images }) });
    expect([...set.train.images]).toEqual([1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12]);
  });

  it.each([
    ['[0, 1]', [0, 0.5, 1, 0.25]],
    ['[−1, 1]', [-1, 0, 1, -0.5]],
    ['[0, 255]', [0, 128, 255, 64]],
  ])('reads floats in %s', async (_, values) => {
    const images = writeNpy({ shape: [1, 2, 2], values }, { type: 'f4' });
    const set = await bring({ 'a.npy': images });
    expect([...set.train.images]).toEqual([0, 128, 255, 64]);
  });

  it('reads rows of n² numbers as images', async () => {
    const data = writeNpy({ shape: [2, 64], values: Array(128).fill(9) });
    expect(await bring({ 'a.npz': writeNpz({ data, target: writeNpy(list([0, 1])) }) })).toMatchObject({
      height: 8,
      width: 8,
      classes: ['0', '1'],
    });
  });

  it('keeps the test part apart and leaves the validation out', async () => {
    const of = (level: number) => writeNpy({ shape: [1, 2, 2], values: Array(4).fill(level) });
    const set = await bring({
      'medmnist.npz': writeNpz({
        train_images: of(1),
        train_labels: writeNpy({ shape: [1, 1], values: [4] }),
        val_images: of(2),
        val_labels: writeNpy({ shape: [1, 1], values: [5] }),
        test_images: of(3),
        test_labels: writeNpy({ shape: [1, 1], values: [6] }),
      }),
    });
    expect(set).toMatchObject({ name: 'medmnist', classes: ['4', '6'] });
    expect([set.train.images[0], set.test.images[0]]).toEqual([1, 3]);
  });

  it('passes over what holds no numbers', async () => {
    const text = writeNpy({ shape: [1, 2, 2], values: [1, 2, 3, 4] });
    const names = Uint8Array.from(text);
    // '|u1' becomes '|S1': a list of texts.
    names[names.indexOf('u'.charCodeAt(0), 20)] = 'S'.charCodeAt(0);
    expect((await bring({ 'a.npz': writeNpz({ images: text, names }) })).train.images).toHaveLength(4);
  });
});

describe('MATLAB', () => {
  it('is read back with images last, compressed or not, in either byte order', () =>
    fc.assert(
      fc.asyncProperty(sample(fc.constant(3)), fc.boolean(), fc.boolean(), (made, compressed, little) => {
        const [n, height, width, channels] = made.images.shape;
        const values = Array.from({ length: made.images.values.length }, (_, i) => {
          const image = i % n;
          const channel = Math.floor(i / n) % channels;
          return made.images.values[
            Math.floor(i / n / channels) * channels + channel + image * height * width * channels
          ];
        }) as number[];
        const X = { shape: [height, width, channels, n], values };
        const y = { shape: [n, 1], values: made.labels };
        return check({ 'train_32x32.mat': writeMat({ X, y }, { compressed, little }) }, made);
      }),
    ));

  it('takes 10 for 0 where the digits run from 1 to 10, as in SVHN', async () => {
    const X = { shape: [2, 2, 3, 10], values: Array(120).fill(7) };
    const y = { shape: [10, 1], values: [1, 10, 2, 3, 4, 5, 6, 7, 8, 9] };
    const set = await bring({ 'train_32x32.mat': writeMat({ X, y }) });
    expect(set.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect([...set.train.labels]).toEqual([1, 0, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
