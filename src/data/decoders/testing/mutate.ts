/** Spoils files, for tests: in every way in which they can lie, and always the same for the same seed. */
import { zlibSync } from 'fflate';
import { initialState, openStream } from '../../../core/random.ts';
import { type Files, greyPng } from './bring.ts';
import { gzip, wrapInMat, writeIdx, writeMat, writeNpy, zip } from './writers.ts';

type Bytes = Uint8Array<ArrayBuffer>;
/** Whole numbers in [0, bound). */
type Draw = (bound: number) => number;

const numbers = (...shape: number[]) => {
  const length = shape.reduce((product, n) => product * n, 1);
  return { shape, values: Array.from({ length }, (_, i) => (i * 37) % 256) };
};
const npy = writeNpy(numbers(4, 5, 5));
const floats = writeNpy({ shape: [3, 4, 4], values: numbers(48).values.map((value) => value / 255) }, { type: 'f4' });
const labels = writeNpy({ shape: [4], values: [1, 2, 1, 0] }, { type: 'i8' });
const idx = writeIdx(numbers(4, 5, 5));
const matrices = { X: numbers(4, 4, 3, 5), y: { shape: [5, 1], values: [1, 2, 10, 4, 5] } };
const plainMat = writeMat(matrices, { compressed: false });
const MAT_HEADER = 128;

/** Each kind: something to spoil, and how it becomes a file, so that checksums can be right and the content wrong. */
const KINDS: Readonly<Record<string, { readonly bytes: Bytes; file(spoiled: Bytes): Files }>> = {
  idx: { bytes: idx, file: (bytes) => ({ 'train-images-idx3-ubyte': bytes }) },
  'idx.gz': { bytes: gzip(idx), file: (bytes) => ({ 'train-images.gz': bytes }) },
  'idx in sound gzip': { bytes: idx, file: (bytes) => ({ 'train-images.gz': gzip(bytes) }) },
  'idx labels': {
    bytes: writeIdx({ shape: [4], values: [1, 0, 1, 2] }),
    file: (bytes) => ({ 'train-images': idx, 'train-labels': bytes }),
  },
  mat: { bytes: plainMat, file: (bytes) => ({ 'train_32x32.mat': bytes }) },
  'compressed mat': { bytes: writeMat(matrices), file: (bytes) => ({ 'train_32x32.mat': bytes }) },
  'mat in sound zlib': {
    bytes: plainMat.slice(MAT_HEADER),
    file: (bytes) => ({ 'train_32x32.mat': wrapInMat(bytes) }),
  },
  npy: { bytes: npy, file: (bytes) => ({ 'a.npy': bytes }) },
  'npy of floats': { bytes: floats, file: (bytes) => ({ 'a.npy': bytes }) },
  npz: { bytes: zip({ 'x.npy': npy, 'y.npy': labels }), file: (bytes) => ({ 'a.npz': bytes }) },
  'stored npz': { bytes: zip({ 'x.npy': npy, 'y.npy': labels }, 0), file: (bytes) => ({ 'a.npz': bytes }) },
  'npy in sound npz': { bytes: npy, file: (bytes) => ({ 'a.npz': zip({ 'x.npy': bytes, 'y.npy': labels }) }) },
  'labels in sound npz': { bytes: labels, file: (bytes) => ({ 'a.npz': zip({ 'x.npy': npy, 'y.npy': bytes }) }) },
  pictures: {
    bytes: zip({ 'a/1.png': greyPng(1), 'b/2.png': greyPng(2), 'readme.txt': npy }),
    file: (bytes) => ({ 'pets.zip': bytes }),
  },
  'picture in sound zip': { bytes: greyPng(5), file: (bytes) => ({ 'pets.zip': zip({ 'a/1.png': bytes }) }) },
  picture: { bytes: greyPng(5), file: (bytes) => ({ 'pets/a/1.png': bytes }) },
};

export const MUTATED_KINDS = Object.keys(KINDS);

const LIES = [0xffffffff, 0x7fffffff, 0x80000000, 0x10000000, 0x01000000, 0x0000ffff, 0x00010000, 0x40000000, 1, 0];

const flipBits: Mutation = (bytes, draw) => {
  for (let flips = 1 + draw(8); flips > 0; flips--) {
    const at = draw(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << draw(8));
  }
  return bytes;
};
const cutOff: Mutation = (bytes, draw) => bytes.slice(0, draw(bytes.length));
/** A number somewhere, more often near either end, becomes another: that is where sizes are. */
const inflateLength: Mutation = (bytes, draw) => {
  const reach = [bytes.length, Math.min(200, bytes.length), Math.min(32, bytes.length)][draw(3)] as number;
  const at = draw(2) ? draw(reach) : bytes.length - 1 - draw(reach);
  const view = new DataView(bytes.buffer);
  if (at + 4 <= bytes.length) view.setUint32(at, LIES[draw(LIES.length)] as number, draw(2) === 1);
  return bytes;
};
/** Text headers lie in digits. */
const changeDigits: Mutation = (bytes, draw) => {
  for (let i = 0; i < Math.min(bytes.length, 160); i++) {
    const isDigit = (bytes[i] as number) >= 48 && (bytes[i] as number) <= 57;
    if (isDigit && draw(4) === 0) bytes[i] = 48 + draw(10);
  }
  return bytes;
};
const lengthenDigits: Mutation = (bytes, draw) => {
  const digit = bytes.findIndex((byte, i) => i > 20 && byte >= 48 && byte <= 57 && draw(3) === 0);
  return digit < 0 ? repeatPart(bytes, draw) : insert(bytes, digit, new Uint8Array(1 + draw(14)).fill(57));
};
const repeatPart: Mutation = (bytes, draw) => {
  const from = draw(bytes.length);
  return insert(bytes, draw(bytes.length), bytes.slice(from, from + 1 + draw(64)));
};
const noise: Mutation = (bytes, draw) => {
  const from = draw(bytes.length);
  for (let i = from; i < Math.min(bytes.length, from + 1 + draw(32)); i++) bytes[i] = draw(256);
  return bytes;
};
/** Compressed nothing in the place of something. */
const replaceTail: Mutation = (bytes, draw) => {
  const tail = zlibSync(new Uint8Array(draw(20_000)));
  return insert(bytes.slice(0, draw(bytes.length)), 0, new Uint8Array(0), tail);
};

type Mutation = (bytes: Bytes, draw: Draw) => Bytes;
const MUTATIONS = [
  flipBits,
  flipBits,
  cutOff,
  inflateLength,
  inflateLength,
  changeDigits,
  lengthenDigits,
  repeatPart,
  noise,
  replaceTail,
];

function insert(bytes: Bytes, at: number, part: Uint8Array, tail: Uint8Array = new Uint8Array(0)): Bytes {
  const out = new Uint8Array(bytes.length + part.length + tail.length);
  out.set(bytes.subarray(0, at));
  out.set(part, at);
  out.set(bytes.subarray(at), at + part.length);
  out.set(tail, bytes.length + part.length);
  return out;
}

/** The n-th spoiled file of a kind. */
export function mutated(kind: string, n: number): Files {
  const made = KINDS[kind];
  if (!made) throw new Error(`There is no kind “${kind}”.`);
  const stream = openStream(initialState(n, `mutate ${kind}`));
  const words = stream.integers(new Int32Array(256), 2 ** 30);
  let next = 0;
  const draw: Draw = (bound) => (words[next++ % words.length] as number) % Math.max(1, bound);
  let bytes = made.bytes.slice();
  for (let times = 1 + draw(2); times > 0 && bytes.length > 0; times--) {
    bytes = (MUTATIONS[draw(MUTATIONS.length)] as Mutation)(bytes, draw);
  }
  return made.file(bytes);
}
