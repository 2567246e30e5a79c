import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import type { SampleGrid } from '../core/views.ts';
import { sentenceOf } from '../i18n/problems/index.ts';
import { badCheckpoint, decodeCheckpoint, encodeCheckpoint, FORMAT } from './checkpoint.ts';
import { readRecord, withLog } from './record.ts';
import { decodeTensors, encodeTensors } from './safetensors.ts';
import { checkpoints, logs } from './testing/samples.ts';

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const fileOf = (checkpoint: Parameters<typeof encodeCheckpoint>[0]): Blob => new Blob([encodeCheckpoint(checkpoint)]);

describe('a record', () => {
  it('gives back its checkpoint and its log, whatever they are', () =>
    fc.assert(
      fc.asyncProperty(checkpoints, logs, async (checkpoint, log) => {
        const record = await withLog(fileOf(checkpoint), log);
        expect(decodeCheckpoint(await bytesOf(record))).toEqual(checkpoint);
        const { config, step } = { config: checkpoint.config, step: checkpoint.snapshot.step };
        expect(await readRecord(record)).toEqual({ config, step, log });
        // Another log takes its place.
        expect(await bytesOf(await withLog(record, log))).toEqual(await bytesOf(record));
      }),
      { numRuns: 200 },
    ));

  it('keeps an array that frames share only once, and gives it back as shared', async () => {
    const [first] = fc.sample(
      logs.filter(({ frames }) => frames[0]?.kind === 'images'),
      { numRuns: 1, seed: 1 },
    );
    const frame = first?.frames[0] as SampleGrid;
    const log = { ...first, frames: [frame, { ...frame, step: frame.step + 1 }] } as NonNullable<typeof first>;
    const [checkpoint] = fc.sample(checkpoints, { numRuns: 1, seed: 1 });
    if (!checkpoint) throw new Error('There is no sample.');
    const once = await withLog(fileOf(checkpoint), { ...log, frames: [frame] });
    const twice = await withLog(fileOf(checkpoint), log);
    // A few words more in the header, and not a pixel: padded, both end at a multiple of 8 after the same data.
    const dataOf = async (file: Blob) =>
      file.size - Number(new DataView(await file.arrayBuffer()).getBigUint64(0, true));
    expect(await dataOf(twice)).toBe(await dataOf(once));
    const [a, b] = (await readRecord(twice)).log.frames as SampleGrid[];
    expect(a?.real.pixels.buffer).toBe(b?.real.pixels.buffer);
    // Read and written again it is no longer.
    expect((await withLog(twice, (await readRecord(twice)).log)).size).toBe(twice.size);
  });

  it('without a log, as the engine gives it, has an empty one', async () => {
    const [checkpoint] = fc.sample(checkpoints, { numRuns: 1, seed: 2 });
    if (!checkpoint) throw new Error('There is no sample.');
    const { log } = await readRecord(fileOf(checkpoint));
    expect(log).toMatchObject({ scores: [], events: [], frames: [] });
  });
});

it('a file of the first version is read: it has no log', async () => {
  const [checkpoint] = fc.sample(checkpoints, { numRuns: 1, seed: 4 });
  if (!checkpoint) throw new Error('There is no sample.');
  const text = new TextDecoder('latin1').decode(encodeCheckpoint(checkpoint)).replace(FORMAT, 'gan-playground/1');
  const file = Uint8Array.from(text, (char) => char.charCodeAt(0));
  expect(decodeCheckpoint(file)).toEqual(checkpoint);
  expect((await readRecord(new Blob([file]))).log.frames).toEqual([]);
});

describe('a damaged record', () => {
  /** Bits, bytes, cuts and additions, and words of the header that say something else. */
  const damage = (file: Uint8Array, random: () => number): Uint8Array => {
    const below = (n: number): number => Math.floor(random() * n);
    const bytes = file.slice();
    switch (below(6)) {
      case 0: {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] as number) ^ (1 << below(8));
        return bytes;
      }
      case 1:
        return bytes.slice(0, below(bytes.length));
      case 2: {
        // In the header, where it says something.
        const at = 8 + below(Math.min(2000, bytes.length - 8));
        bytes[at] = 0x20 + below(95);
        return bytes;
      }
      case 3: {
        const longer = new Uint8Array(bytes.length + 1 + below(64));
        longer.set(bytes);
        return longer;
      }
      case 4:
        new DataView(bytes.buffer).setBigUint64(0, BigInt(below(2 ** 31)) << BigInt(below(32)), true);
        return bytes;
      default: {
        // Offsets, shapes, counts and dtypes of another size.
        const text = new TextDecoder('latin1').decode(bytes);
        const found = [...text.matchAll(/\d+|F32|U32|U8/g)].filter(({ index }) => index < 4000);
        const one = found[below(found.length)];
        if (!one) return bytes;
        const other = ['0', '1', '99999999999', '-1', '1e99', 'F16', 'I64', '[[[[', 'null'][below(9)] as string;
        const changed = text.slice(0, one.index) + other + text.slice(one.index + one[0].length);
        const whole = Uint8Array.from(changed, (char) => char.charCodeAt(0));
        const grown = BigInt(other.length - one[0].length);
        const view = new DataView(whole.buffer);
        view.setBigUint64(0, view.getBigUint64(0, true) + grown, true);
        return whole;
      }
    }
  };

  it('is refused with a sentence, or says what is still in it: twenty thousand of them', async () => {
    let seed = 1;
    const random = (): number => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const wholes = await Promise.all(
      fc.sample(fc.tuple(checkpoints, logs), { numRuns: 40, seed: 3 }).map(async ([checkpoint, log]) => {
        const record = await withLog(fileOf(checkpoint), log);
        return new Uint8Array(await record.arrayBuffer());
      }),
    );
    let refused = 0;
    for (let i = 0; i < 20_000; i++) {
      const file = damage(wholes[i % wholes.length] as Uint8Array, random);
      for (const read of [
        async () => readRecord(new Blob([file as Uint8Array<ArrayBuffer>])),
        async () => decodeCheckpoint(file),
      ]) {
        try {
          await read();
        } catch (thrown) {
          if (!(thrown instanceof EngineError)) throw thrown;
          expect(thrown.code).toBe('bad-config');
          expect(sentenceOf(thrown.problem)).toMatch(/^This is not a .+: .+\.$/);
          refused++;
        }
      }
    }
    // What changes a weight, a pixel or a number is not noticed; everything else is.
    expect(refused).toBeGreaterThan(20_000);
  }, 120_000);

  it('asks for no more bytes than it is long, however it is damaged: what is made of them is as long again at most', async () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    let asked = 0;
    const counted = (blob: FileLike): FileLike => ({
      size: blob.size,
      arrayBuffer() {
        asked += blob.size;
        return blob.arrayBuffer();
      },
      slice: (begin, end) => counted(blob.slice(begin, end)),
    });
    const samples = fc.sample(fc.tuple(checkpoints, logs), { numRuns: 20, seed: 5 });
    for (const [checkpoint, log] of samples) {
      const whole = new Uint8Array(await (await withLog(fileOf(checkpoint), log)).arrayBuffer());
      for (let i = 0; i < 50; i++) {
        const file = damage(whole, random) as Uint8Array<ArrayBuffer>;
        asked = 0;
        await readRecord(counted(new Blob([file]))).catch(() => undefined);
        // The eight bytes that say how long the header is are read twice.
        expect(asked).toBeLessThanOrEqual(file.length + 8);
      }
    }
  });

  it('with a config or a state that is nested deep, or of a later version, says so', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const [checkpoint] = fc.sample(checkpoints, { numRuns: 1, seed: 6 });
    if (!checkpoint) throw new Error('There is no sample.');
    const { tensors, metadata } = decodeTensors(encodeCheckpoint(checkpoint), badCheckpoint);
    for (const [changed, code] of [
      [{ config: deep }, 'tensors.metadataJson'],
      [{ state: deep }, 'tensors.metadataJson'],
      [{ log: deep }, 'tensors.metadataJson'],
      [{ format: 'gan-playground/4' }, 'tensors.later'],
      [{ format: 'pt' }, 'tensors.format'],
    ] as const) {
      const file = new Blob([encodeTensors({ tensors, metadata: { ...metadata, ...changed } })]);
      await expect(readRecord(file)).rejects.toMatchObject({ problem: { fault: { code } } });
    }
  });
});
