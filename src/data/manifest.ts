import type { ImageSetInfo } from '../core/dataSet.ts';
import { EngineError } from '../core/errors.ts';
import type { ManifestFault } from '../core/problems/data.ts';

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

/** As JSON; what a manifest lacks has none. */
const written = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

function readShard(value: unknown, info: ImageSetInfo): ShardEntry | ManifestFault {
  if (!isRecord(value)) return { code: 'manifest.shard' };
  const { split, file, count, bytes, rawBytes } = value;
  if (split !== 'train' && split !== 'test') return { code: 'manifest.split', found: written(split) };
  if (typeof file !== 'string' || !FILE_NAME.test(file)) return { code: 'manifest.fileName', found: written(file) };
  if (!isCount(count) || !isCount(bytes)) return { code: 'manifest.size', file };
  if (rawBytes !== count * (1 + imageSize(info))) return { code: 'manifest.rawSize', file, count };
  return { split, file, count, bytes, rawBytes };
}

/** The manifest, or why it cannot be used. */
function read(value: unknown, info: ImageSetInfo): Manifest | ManifestFault {
  if (!isRecord(value)) return { code: 'manifest.noObject' };
  const { height, width, channels } = info;
  const classes = info.classes.length;
  if (value.format !== MANIFEST_FORMAT)
    return { code: 'manifest.format', found: written(value.format), wanted: MANIFEST_FORMAT };
  for (const [name, wanted] of Object.entries({ height, width, channels, classes })) {
    if (value[name] !== wanted) return { code: 'manifest.value', name, found: written(value[name]), wanted };
  }
  if (!Array.isArray(value.shards)) return { code: 'manifest.noShards' };

  const shards: ShardEntry[] = [];
  const totals = { train: 0, test: 0 };
  for (const item of value.shards) {
    const shard = readShard(item, info);
    if ('code' in shard) return shard;
    shards.push(shard);
    totals[shard.split] += shard.count;
  }
  // The totals bound everything that is allocated later.
  for (const [split, wanted] of [['train', info.trainCount] as const, ['test', info.testCount] as const])
    if (totals[split] !== wanted) return { code: 'manifest.total', split, found: totals[split], wanted };
  return { format: MANIFEST_FORMAT, height, width, channels, classes, shards };
}

/**
 * Checks a manifest of any origin against what is known of the data set.
 *
 * @throws EngineError `data-corrupt`, naming the first thing that is wrong.
 */
export function parseManifest(value: unknown, info: ImageSetInfo): Manifest {
  const manifest = read(value, info);
  if (!('code' in manifest)) return manifest;
  const problem = { code: 'data.manifest', data: info.name, fault: manifest } as const;
  throw new EngineError('data-corrupt', problem, { recoverable: true });
}
