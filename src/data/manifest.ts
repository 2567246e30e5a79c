import type { ImageSetInfo } from '../core/dataSet.ts';
import { EngineError } from '../core/errors.ts';

/** The version of manifest and shards that `scripts/build/data.ts` writes and `shards.ts` reads. */
export const MANIFEST_FORMAT = 1;

/** One gzip stream of `count` labels, then `count` images of height · width · channels bytes each. */
export interface ShardEntry {
  readonly split: 'train' | 'test';
  /** File name beside the manifest, with a hash of the content: `train-0.1a2b3c4d5e.bin`. */
  readonly file: string;
  readonly count: number;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes after decompression. */
  readonly rawBytes: number;
}

export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
  /** Training shards before test shards, each in order. */
  readonly shards: readonly ShardEntry[];
}

/** Bytes of one image. */
export const imageSize = ({ height, width, channels }: { height: number; width: number; channels: number }): number =>
  height * width * channels;

// No path, no scheme: a manifest can only name files beside itself.
const FILE_NAME = /^(train|test)-\d{1,4}\.[0-9a-f]{8,64}\.bin$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

function readShard(value: unknown, info: ImageSetInfo): ShardEntry | string {
  if (!isRecord(value)) return 'a shard is not an object';
  const { split, file, count, bytes, rawBytes } = value;
  if (split !== 'train' && split !== 'test') return `unknown split ${JSON.stringify(split)}`;
  if (typeof file !== 'string' || !FILE_NAME.test(file)) return `bad file name ${JSON.stringify(file)}`;
  if (!isCount(count) || !isCount(bytes)) return `${file} has a bad size`;
  if (rawBytes !== count * (1 + imageSize(info))) return `${file} has a size that does not fit its ${count} images`;
  return { split, file, count, bytes, rawBytes };
}

/** The manifest, or why it cannot be used. */
function read(value: unknown, info: ImageSetInfo): Manifest | string {
  if (!isRecord(value)) return 'it is not an object';
  const { height, width, channels } = info;
  const classes = info.classes.length;
  if (value.format !== MANIFEST_FORMAT) return `its format is ${JSON.stringify(value.format)}, not ${MANIFEST_FORMAT}`;
  for (const [name, expected] of Object.entries({ height, width, channels, classes })) {
    if (value[name] !== expected) return `${name} is ${JSON.stringify(value[name])}, not ${expected}`;
  }
  if (!Array.isArray(value.shards)) return 'it lists no shards';

  const shards: ShardEntry[] = [];
  const totals = { train: 0, test: 0 };
  for (const item of value.shards) {
    const shard = readShard(item, info);
    if (typeof shard === 'string') return shard;
    shards.push(shard);
    totals[shard.split] += shard.count;
  }
  // The totals bound everything that is allocated later.
  if (totals.train !== info.trainCount) return `it holds ${totals.train} training images, not ${info.trainCount}`;
  if (totals.test !== info.testCount) return `it holds ${totals.test} test images, not ${info.testCount}`;
  return { format: MANIFEST_FORMAT, height, width, channels, classes, shards };
}

/**
 * Checks a manifest of any origin against what is known of the data set.
 *
 * @throws EngineError `data-corrupt`, naming the first thing that is wrong.
 */
export function parseManifest(value: unknown, info: ImageSetInfo): Manifest {
  const manifest = read(value, info);
  if (typeof manifest !== 'string') return manifest;
  throw new EngineError(
    'data-corrupt',
    `The ${info.name} file manifest.json cannot be used (${manifest}); pack the data again, then retry.`,
    { recoverable: true },
  );
}
